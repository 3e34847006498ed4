// The sandbox's own paths, as JSON.

async function read(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(body.error?.message ?? `The sandbox responded with ${response.status}.`);
  }
  return body;
}

export async function get(path, parameters = {}) {
  const present = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null);
  const query = new URLSearchParams(present).toString();
  return read(await fetch(`/_sandbox/${path}${query && '?' + query}`));
}

export async function post(path, body) {
  return read(await fetch(`/_sandbox/${path}`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
  }));
}
