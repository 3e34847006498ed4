-- The bucket of one account: a hash of its units, the time of its last change and the end of the server's pause, both in microseconds.
-- A permit is as many units as the period has microseconds; each microsecond adds as many units as the period has permits. So all are whole.
-- Returns the time, the permits granted (-1: the request came too late and changed nothing), the microseconds until they may be used, the
-- units, and the microseconds that the pause still lasts.
local key = KEYS[1]
local limit, period, burst = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local expires, known = tonumber(ARGV[4]), tonumber(ARGV[5])
local asked, maxWait = tonumber(ARGV[6]), tonumber(ARGV[7])
local returned, remaining, pauseFor = tonumber(ARGV[8]), tonumber(ARGV[9]), tonumber(ARGV[10])
local longestPause = tonumber(ARGV[11])
local capacity = burst * period

-- one clock for all instances; a test gives its own
local now = tonumber(ARGV[12])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000000 + time[2]
end

-- a request that its sender no longer waits for, as after Redis stood still
if expires > 0 and now > expires then
  return {now, -1, 0, 0, 0}
end

-- a bucket that Redis lost is as full as the sender knows it to be; one that expired is full
local saved = redis.call('HMGET', key, 'units', 'at', 'pause')
local units, at, pause = tonumber(saved[1]) or known, tonumber(saved[2]) or now, tonumber(saved[3]) or 0

-- a clock that was set back adds nothing, and neither blocks nor pauses for longer than it may
units = math.min(capacity, units + math.max(0, now - at) * limit)
pause = math.min(pause, now + longestPause)

units = math.min(capacity, units + returned * period)
if remaining >= 0 then
  units = math.min(units, remaining * period)
end
if pauseFor > 0 and now + pauseFor > pause then
  units = units - (now + pauseFor - math.max(now, pause)) * limit -- or a burst would follow the pause
  pause = now + pauseFor
end

local paused = math.max(0, pause - now)
local wait = math.max(0, math.ceil((period - units) / limit))
local granted = 0
if asked > 0 and math.max(wait, paused) <= maxWait then
  granted = math.max(1, math.min(asked, math.floor(units / period)))
  units = units - granted * period
end

redis.call('HSET', key, 'units', string.format('%.0f', units), 'at', string.format('%.0f', now), 'pause', string.format('%.0f', pause))

-- then it is full and not paused
redis.call('PEXPIRE', key, math.max(1, math.ceil(math.max((capacity - units) / limit, paused) / 1000)))
return {now, granted, math.max(wait, paused), units, paused}
