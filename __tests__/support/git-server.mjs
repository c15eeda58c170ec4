/**
 * Repositories over HTTP on the loopback, as a runner meets them: `node git-server.mjs ROOT` prints its port. What is below
 * `/private/` wants credentials. A process of its own, since the tests wait for git without turning the event loop.
 */
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'

const [root] = process.argv.slice(2)
const privately = '/private'

createServer((request, response) => {
  const url = new URL(request.url, 'http://server')
  if (url.pathname.startsWith(`${privately}/`) && request.headers.authorization === undefined) {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' })
    return response.end()
  }
  const { headers } = request
  const backend = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname.replace(privately, ''),
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      GIT_PROTOCOL: headers['git-protocol'] ?? '',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  request.pipe(backend.stdin)
  const pieces = []
  backend.stdout.on('data', piece => pieces.push(piece))
  backend.on('close', () => answer(response, Buffer.concat(pieces)))
}).listen(0, '127.0.0.1', function () {
  console.log(this.address().port)
})

/** CGI: headers, an empty line, the body. */
function answer(response, output) {
  const end = output.indexOf('\r\n\r\n')
  for (const line of output.subarray(0, end).toString().split('\r\n')) {
    const [name, value] = line.split(/:\s*(.*)/s)
    if (name.toLowerCase() === 'status') response.statusCode = Number.parseInt(value, 10)
    else response.setHeader(name, value)
  }
  response.end(output.subarray(end + 4))
}
