-- The number of the last change of something that instances cache. Each change gets a greater one: the time in microseconds, or one more than
-- the change before. So no number comes twice, also after a flush and after a fail-over that lost some. Without a change in ARGV[2] the number
-- is written again: a Redis that could not take a change fails. A change is published with the numbers of the one before and its own.
-- Returns the number. It expires after ARGV[1] milliseconds.
local key, expires, change = KEYS[1], ARGV[1], ARGV[2]
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local before = tonumber(redis.call('GET', key)) or now
local number = before
if change ~= '' then
  number = math.max(before + 1, now)
end
redis.call('SET', key, string.format('%.0f', number), 'PX', expires)
if change ~= '' then
  redis.call('PUBLISH', key, string.format('%.0f %.0f %s', before, number, change))
end
return number
