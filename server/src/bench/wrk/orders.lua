-- posts the same order again and again, with the token that is its first argument
wrk.method = "POST"
wrk.body = '{"article":"pencil","quantity":3,"price":1.25}'
wrk.headers["Content-Type"] = "application/json"

function init(arguments)
  wrk.headers["Authorization"] = "Bearer " .. arguments[1]
  request_text = wrk.format()
end

function request()
  return request_text
end
