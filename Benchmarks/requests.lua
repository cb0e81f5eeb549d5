-- Posts the bodies of a file, one a line, one after the other: wrk -s requests.lua URL -- FILE PATH
local bodies, path, next = {}, nil, 0

function init(args)
    for line in io.lines(args[1]) do bodies[#bodies + 1] = line end
    path = args[2]
    wrk.method = "POST"
    wrk.headers["Content-Type"] = "application/json"
end

function request()
    next = next % #bodies + 1
    return wrk.format(nil, path, nil, bodies[next])
end

function done(summary, latency)
    io.write(string.format(
        "result %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
        summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
