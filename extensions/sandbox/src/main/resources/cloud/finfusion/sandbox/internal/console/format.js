// Times, money and statuses as people read them.

const two = number => String(number).padStart(2, '0');

export function timeOf(millis) {
  const date = new Date(millis);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

export function utc(millis) {
  return new Date(millis).toISOString().replace('T', ' ').slice(0, 19);
}

export function ms(value) {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}

// Minor units as the currency has them: 1000 USD is 10.00, 1000 JPY is 1000.
export function money(value, currency) {
  try {
    const digits = new Intl.NumberFormat('en', {style: 'currency', currency}).resolvedOptions().maximumFractionDigits;
    return `${(value / 10 ** digits).toFixed(digits)} ${currency}`;
  } catch {
    return `${value} ${currency}`;
  }
}

export function tone(status) {
  if (/^2|^(succeeded|active|delivered|captured|enabled|paid)$/.test(status)) {
    return 'good';
  }
  if (/^5|^(closed|failed|given_up|disputed|declined)$/.test(status)) {
    return 'bad';
  }
  return /^4|^(pending|processing|requires_capture|authorized|inactive)$/.test(status) ? 'warn' : 'plain';
}
