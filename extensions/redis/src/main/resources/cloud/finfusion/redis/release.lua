-- Ends the claim on an event, if it was made with the token ARGV[1]: one that expired may be held by another instance now.
if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('DEL', KEYS[1])
end
