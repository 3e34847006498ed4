-- Claims an event with the token ARGV[1] for ARGV[2] milliseconds. Returns whether the caller now holds the claim ('claimed'), another one
-- does ('in progress'), or the event was handled before ('handled').
local value = redis.call('GET', KEYS[1])
if not value then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 'claimed'
end
return value == 'handled' and value or 'in progress'
