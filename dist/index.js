import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 785:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
// This is an empty module that is served up when outside of a workerd environment
// See the `exports` field in package.json
exports["default"] = {};
//# sourceMappingURL=empty.js.map

/***/ }),

/***/ 6122:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



//Parse method copied from https://github.com/brianc/node-postgres
//Copyright (c) 2010-2014 Brian Carlson (brian.m.carlson@gmail.com)
//MIT License

//parses a connection string
function parse(str, options = {}) {
  //unix socket
  if (str.charAt(0) === '/') {
    const config = str.split(' ')
    return { host: config[0], database: config[1] }
  }

  // Check for empty host in URL

  const config = Object.create(null)
  let result
  let dummyHost = false
  if (/ |%[^a-f0-9]|%[a-f0-9][^a-f0-9]/i.test(str)) {
    // Ensure spaces are encoded as %20
    str = encodeURI(str).replace(/%25(\d\d)/g, '%$1')
  }

  try {
    try {
      result = new URL(str, 'postgres://base')
    } catch (e) {
      // The URL is invalid so try again with a dummy host
      result = new URL(str.replace('@/', '@___DUMMY___/'), 'postgres://base')
      dummyHost = true
    }
  } catch (err) {
    // Remove the input from the error message to avoid leaking sensitive information
    err.input && (err.input = '*****REDACTED*****')
    throw err
  }

  // We'd like to use Object.fromEntries() here but Node.js 10 does not support it
  for (const entry of result.searchParams.entries()) {
    config[entry[0]] = entry[1]
  }

  config.user = config.user || decodeURIComponent(result.username)
  config.password = config.password || decodeURIComponent(result.password)

  if (result.protocol == 'socket:') {
    config.host = decodeURI(result.pathname)
    config.database = result.searchParams.get('db')
    config.client_encoding = result.searchParams.get('encoding')
    return config
  }
  const hostname = (dummyHost ? '' : result.hostname).replace(/^\[(.+)\]$/, '$1')
  if (!config.host) {
    // Only set the host if there is no equivalent query param.
    config.host = decodeURIComponent(hostname)
  } else if (hostname && /^%2f/i.test(hostname)) {
    // Only prepend the hostname to the pathname if it is not a URL encoded Unix socket host.
    result.pathname = hostname + result.pathname
  }
  if (!config.port) {
    // Only set the port if there is no equivalent query param.
    config.port = result.port
  }

  const pathname = result.pathname.slice(1) || null
  config.database = pathname ? decodeURI(pathname) : null

  if (config.ssl === 'true' || config.ssl === '1') {
    config.ssl = true
  }

  if (config.ssl === '0') {
    config.ssl = false
  }

  if (config.sslcert || config.sslkey || config.sslrootcert || config.sslmode) {
    config.ssl = {}
  }

  // sslnegotiation=direct implies SSL is in use (libpq requires sslmode>=require),
  // so enable SSL if the connection string did not otherwise configure it.
  if (config.sslnegotiation === 'direct' && config.ssl === undefined) {
    config.ssl = true
  }

  // Only try to load fs if we expect to read from the disk
  const fs = config.sslcert || config.sslkey || config.sslrootcert ? __nccwpck_require__(9896) : null

  if (config.sslcert) {
    config.ssl.cert = fs.readFileSync(config.sslcert).toString()
  }

  if (config.sslkey) {
    config.ssl.key = fs.readFileSync(config.sslkey).toString()
  }

  if (config.sslrootcert) {
    config.ssl.ca = fs.readFileSync(config.sslrootcert).toString()
  }

  if (options.useLibpqCompat && config.uselibpqcompat) {
    throw new Error('Both useLibpqCompat and uselibpqcompat are set. Please use only one of them.')
  }

  if (config.uselibpqcompat === 'true' || options.useLibpqCompat) {
    switch (config.sslmode) {
      case 'disable': {
        config.ssl = false
        break
      }
      case 'prefer': {
        config.ssl.rejectUnauthorized = false
        break
      }
      case 'require': {
        if (config.sslrootcert) {
          // If a root CA is specified, behavior of `sslmode=require` will be the same as that of `verify-ca`
          config.ssl.checkServerIdentity = function () {}
        } else {
          config.ssl.rejectUnauthorized = false
        }
        break
      }
      case 'verify-ca': {
        if (!config.ssl.ca) {
          throw new Error(
            'SECURITY WARNING: Using sslmode=verify-ca requires specifying a CA with sslrootcert. If a public CA is used, verify-ca allows connections to a server that somebody else may have registered with the CA, making you vulnerable to Man-in-the-Middle attacks. Either specify a custom CA certificate with sslrootcert parameter or use sslmode=verify-full for proper security.'
          )
        }
        config.ssl.checkServerIdentity = function () {}
        break
      }
      case 'verify-full': {
        break
      }
    }
  } else {
    switch (config.sslmode) {
      case 'disable': {
        config.ssl = false
        break
      }
      case 'prefer':
      case 'require':
      case 'verify-ca':
      case 'verify-full': {
        if (config.sslmode !== 'verify-full') {
          deprecatedSslModeWarning(config.sslmode)
        }
        break
      }
      case 'no-verify': {
        config.ssl.rejectUnauthorized = false
        break
      }
    }
  }

  return config
}

// convert pg-connection-string ssl config to a ClientConfig.ConnectionOptions
function toConnectionOptions(sslConfig) {
  const connectionOptions = Object.entries(sslConfig).reduce((c, [key, value]) => {
    // we explicitly check for undefined and null instead of `if (value)` because some
    // options accept falsy values. Example: `ssl.rejectUnauthorized = false`
    if (value !== undefined && value !== null) {
      c[key] = value
    }

    return c
  }, Object.create(null))

  return connectionOptions
}

// convert pg-connection-string config to a ClientConfig
function toClientConfig(config) {
  const poolConfig = Object.entries(config).reduce((c, [key, value]) => {
    if (key === 'ssl') {
      const sslConfig = value

      if (typeof sslConfig === 'boolean') {
        c[key] = sslConfig
      }

      if (typeof sslConfig === 'object') {
        c[key] = toConnectionOptions(sslConfig)
      }
    } else if (value !== undefined && value !== null) {
      if (key === 'port') {
        // when port is not specified, it is converted into an empty string
        // we want to avoid NaN or empty string as a values in ClientConfig
        if (value !== '') {
          const v = parseInt(value, 10)
          if (isNaN(v)) {
            throw new Error(`Invalid ${key}: ${value}`)
          }

          c[key] = v
        }
      } else {
        c[key] = value
      }
    }

    return c
  }, Object.create(null))

  return poolConfig
}

// parses a connection string into ClientConfig
function parseIntoClientConfig(str) {
  return toClientConfig(parse(str))
}

function deprecatedSslModeWarning(sslmode) {
  if (!deprecatedSslModeWarning.warned && typeof process !== 'undefined' && process.emitWarning) {
    deprecatedSslModeWarning.warned = true
    process.emitWarning(`SECURITY WARNING: The SSL modes 'prefer', 'require', and 'verify-ca' are treated as aliases for 'verify-full'.
In the next major version (pg-connection-string v3.0.0 and pg v9.0.0), these modes will adopt standard libpq semantics, which have weaker security guarantees.

To prepare for this change:
- If you want the current behavior, explicitly use 'sslmode=verify-full'
- If you want libpq compatibility now, use 'uselibpqcompat=true&sslmode=${sslmode}'

See https://www.postgresql.org/docs/current/libpq-ssl.html for libpq SSL mode definitions.`)
  }
}

module.exports = parse

parse.parse = parse
parse.toClientConfig = toClientConfig
parse.parseIntoClientConfig = parseIntoClientConfig


/***/ }),

/***/ 2299:
/***/ ((module) => {



// selected so (BASE - 1) * 0x100000000 + 0xffffffff is a safe integer
var BASE = 1000000;

function readInt8(buffer) {
	var high = buffer.readInt32BE(0);
	var low = buffer.readUInt32BE(4);
	var sign = '';

	if (high < 0) {
		high = ~high + (low === 0);
		low = (~low + 1) >>> 0;
		sign = '-';
	}

	var result = '';
	var carry;
	var t;
	var digits;
	var pad;
	var l;
	var i;

	{
		carry = high % BASE;
		high = high / BASE >>> 0;

		t = 0x100000000 * carry + low;
		low = t / BASE >>> 0;
		digits = '' + (t - BASE * low);

		if (low === 0 && high === 0) {
			return sign + digits + result;
		}

		pad = '';
		l = 6 - digits.length;

		for (i = 0; i < l; i++) {
			pad += '0';
		}

		result = pad + digits + result;
	}

	{
		carry = high % BASE;
		high = high / BASE >>> 0;

		t = 0x100000000 * carry + low;
		low = t / BASE >>> 0;
		digits = '' + (t - BASE * low);

		if (low === 0 && high === 0) {
			return sign + digits + result;
		}

		pad = '';
		l = 6 - digits.length;

		for (i = 0; i < l; i++) {
			pad += '0';
		}

		result = pad + digits + result;
	}

	{
		carry = high % BASE;
		high = high / BASE >>> 0;

		t = 0x100000000 * carry + low;
		low = t / BASE >>> 0;
		digits = '' + (t - BASE * low);

		if (low === 0 && high === 0) {
			return sign + digits + result;
		}

		pad = '';
		l = 6 - digits.length;

		for (i = 0; i < l; i++) {
			pad += '0';
		}

		result = pad + digits + result;
	}

	{
		carry = high % BASE;
		t = 0x100000000 * carry + low;
		digits = '' + t % BASE;

		return sign + digits + result;
	}
}

module.exports = readInt8;


/***/ }),

/***/ 7558:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {


const EventEmitter = (__nccwpck_require__(4434).EventEmitter)

const NOOP = function () {}

const removeWhere = (list, predicate) => {
  const i = list.findIndex(predicate)

  return i === -1 ? undefined : list.splice(i, 1)[0]
}

class IdleItem {
  constructor(client, idleListener, timeoutId) {
    this.client = client
    this.idleListener = idleListener
    this.timeoutId = timeoutId
  }
}

class PendingItem {
  constructor(callback) {
    this.callback = callback
  }
}

function throwOnDoubleRelease() {
  throw new Error('Release called on client which has already been released to the pool.')
}

function promisify(Promise, callback) {
  if (callback) {
    return { callback: callback, result: undefined }
  }
  let rej
  let res
  const cb = function (err, client) {
    err ? rej(err) : res(client)
  }
  const result = new Promise(function (resolve, reject) {
    res = resolve
    rej = reject
  }).catch((err) => {
    // replace the stack trace that leads to `TCP.onStreamRead` with one that leads back to the
    // application that created the query
    Error.captureStackTrace(err)
    throw err
  })
  return { callback: cb, result: result }
}

function makeIdleListener(pool, client) {
  return function idleListener(err) {
    err.client = client

    client.removeListener('error', idleListener)
    client.on('error', () => {
      pool.log('additional client error after disconnection due to error', err)
    })
    pool._remove(client)
    // TODO - document that once the pool emits an error
    // the client has already been closed & purged and is unusable
    pool.emit('error', err, client)
  }
}

class Pool extends EventEmitter {
  constructor(options, Client) {
    super()
    this.options = Object.assign({}, options)

    if (options != null && 'password' in options) {
      // "hiding" the password so it doesn't show up in stack traces
      // or if the client is console.logged
      Object.defineProperty(this.options, 'password', {
        configurable: true,
        enumerable: false,
        writable: true,
        value: options.password,
      })
    }
    if (options != null && options.ssl && options.ssl.key) {
      // "hiding" the ssl->key so it doesn't show up in stack traces
      // or if the client is console.logged
      Object.defineProperty(this.options.ssl, 'key', {
        enumerable: false,
      })
    }

    this.options.max = this.options.max || this.options.poolSize || 10
    this.options.min = this.options.min || 0
    this.options.maxUses = this.options.maxUses || Infinity
    this.options.allowExitOnIdle = this.options.allowExitOnIdle || false
    this.options.maxLifetimeSeconds = this.options.maxLifetimeSeconds || 0
    this.log = this.options.log || function () {}
    this.Client = this.options.Client || Client || (__nccwpck_require__(3273).Client)
    this.Promise = this.options.Promise || global.Promise

    if (typeof this.options.idleTimeoutMillis === 'undefined') {
      this.options.idleTimeoutMillis = 10000
    }

    this._clients = []
    this._idle = []
    this._expired = new WeakSet()
    this._pendingQueue = []
    this._endCallback = undefined
    this.ending = false
    this.ended = false
  }

  _promiseTry(f) {
    const Promise = this.Promise
    if (typeof Promise.try === 'function') {
      return Promise.try(f)
    }
    return new Promise((resolve) => resolve(f()))
  }

  _isFull() {
    return this._clients.length >= this.options.max
  }

  _isAboveMin() {
    return this._clients.length > this.options.min
  }

  _pulseQueue() {
    this.log('pulse queue')
    if (this.ended) {
      this.log('pulse queue ended')
      return
    }
    if (this.ending) {
      this.log('pulse queue on ending')
      if (this._idle.length) {
        this._idle.slice().map((item) => {
          this._remove(item.client)
        })
      }
      if (!this._clients.length) {
        this.ended = true
        this._endCallback()
      }
      return
    }

    // if we don't have any waiting, do nothing
    if (!this._pendingQueue.length) {
      this.log('no queued requests')
      return
    }
    // if we don't have any idle clients and we have no more room do nothing
    if (!this._idle.length && this._isFull()) {
      return
    }
    const pendingItem = this._pendingQueue.shift()
    if (this._idle.length) {
      const idleItem = this._idle.pop()
      clearTimeout(idleItem.timeoutId)
      const client = idleItem.client
      client.ref && client.ref()
      const idleListener = idleItem.idleListener

      return this._acquireClient(client, pendingItem, idleListener, false)
    }
    if (!this._isFull()) {
      return this.newClient(pendingItem)
    }
    throw new Error('unexpected condition')
  }

  _remove(client, callback) {
    const removed = removeWhere(this._idle, (item) => item.client === client)

    if (removed !== undefined) {
      clearTimeout(removed.timeoutId)
    }

    this._clients = this._clients.filter((c) => c !== client)
    const context = this
    client.end(() => {
      context.emit('remove', client)

      if (typeof callback === 'function') {
        callback()
      }
    })
  }

  connect(cb) {
    if (this.ending) {
      const err = new Error('Cannot use a pool after calling end on the pool')
      return cb ? cb(err) : this.Promise.reject(err)
    }

    const response = promisify(this.Promise, cb)
    const result = response.result

    // if we don't have to connect a new client, don't do so
    if (this._isFull() || this._idle.length) {
      // if we have idle clients schedule a pulse immediately
      if (this._idle.length) {
        process.nextTick(() => this._pulseQueue())
      }

      if (!this.options.connectionTimeoutMillis) {
        this._pendingQueue.push(new PendingItem(response.callback))
        return result
      }

      const queueCallback = (err, res, done) => {
        clearTimeout(tid)
        response.callback(err, res, done)
      }

      const pendingItem = new PendingItem(queueCallback)

      // set connection timeout on checking out an existing client
      const tid = setTimeout(() => {
        // remove the callback from pending waiters because
        // we're going to call it with a timeout error
        removeWhere(this._pendingQueue, (i) => i.callback === queueCallback)
        pendingItem.timedOut = true
        response.callback(new Error('timeout exceeded when trying to connect'))
      }, this.options.connectionTimeoutMillis)

      if (tid.unref) {
        tid.unref()
      }

      this._pendingQueue.push(pendingItem)
      return result
    }

    this.newClient(new PendingItem(response.callback))

    return result
  }

  newClient(pendingItem) {
    const client = new this.Client(this.options)
    this._clients.push(client)
    const idleListener = makeIdleListener(this, client)

    this.log('checking client timeout')

    // connection timeout logic
    let tid
    let timeoutHit = false
    if (this.options.connectionTimeoutMillis) {
      tid = setTimeout(() => {
        if (client.connection) {
          this.log('ending client due to timeout')
          timeoutHit = true
          client.connection.stream.destroy()
        } else if (!client.isConnected()) {
          this.log('ending client due to timeout')
          timeoutHit = true
          // force kill the node driver, and let libpq do its teardown
          client.end()
        }
      }, this.options.connectionTimeoutMillis)
    }

    this.log('connecting new client')
    client.connect((err) => {
      if (tid) {
        clearTimeout(tid)
      }
      client.on('error', idleListener)
      if (err) {
        this.log('client failed to connect', err)
        // remove the dead client from our list of clients
        this._clients = this._clients.filter((c) => c !== client)
        if (timeoutHit) {
          err = new Error('Connection terminated due to connection timeout', { cause: err })
        }

        // this client won’t be released, so move on immediately
        this._pulseQueue()

        if (!pendingItem.timedOut) {
          pendingItem.callback(err, undefined, NOOP)
        }
      } else {
        this.log('new client connected')

        if (this.options.onConnect) {
          this._promiseTry(() => this.options.onConnect(client)).then(
            () => {
              this._afterConnect(client, pendingItem, idleListener)
            },
            (hookErr) => {
              this._clients = this._clients.filter((c) => c !== client)
              client.end(() => {
                this._pulseQueue()
                if (!pendingItem.timedOut) {
                  pendingItem.callback(hookErr, undefined, NOOP)
                }
              })
            }
          )
          return
        }

        return this._afterConnect(client, pendingItem, idleListener)
      }
    })
  }

  _afterConnect(client, pendingItem, idleListener) {
    if (this.options.maxLifetimeSeconds !== 0) {
      const maxLifetimeTimeout = setTimeout(() => {
        this.log('ending client due to expired lifetime')
        this._expired.add(client)
        const idleIndex = this._idle.findIndex((idleItem) => idleItem.client === client)
        if (idleIndex !== -1) {
          this._acquireClient(
            client,
            new PendingItem((err, client, clientRelease) => clientRelease()),
            idleListener,
            false
          )
        }
      }, this.options.maxLifetimeSeconds * 1000)

      maxLifetimeTimeout.unref()
      client.once('end', () => clearTimeout(maxLifetimeTimeout))
    }

    return this._acquireClient(client, pendingItem, idleListener, true)
  }

  // acquire a client for a pending work item
  _acquireClient(client, pendingItem, idleListener, isNew) {
    if (isNew) {
      this.emit('connect', client)
    }

    this.emit('acquire', client)

    client.release = this._releaseOnce(client, idleListener)

    client.removeListener('error', idleListener)

    if (!pendingItem.timedOut) {
      if (isNew && this.options.verify) {
        this.options.verify(client, (err) => {
          if (err) {
            client.release(err)
            return pendingItem.callback(err, undefined, NOOP)
          }

          pendingItem.callback(undefined, client, client.release)
        })
      } else {
        pendingItem.callback(undefined, client, client.release)
      }
    } else {
      if (isNew && this.options.verify) {
        this.options.verify(client, client.release)
      } else {
        client.release()
      }
    }
  }

  // returns a function that wraps _release and throws if called more than once
  _releaseOnce(client, idleListener) {
    let released = false

    return (err) => {
      if (released) {
        throwOnDoubleRelease()
      }

      released = true
      this._release(client, idleListener, err)
    }
  }

  // release a client back to the poll, include an error
  // to remove it from the pool
  _release(client, idleListener, err) {
    client.on('error', idleListener)

    client._poolUseCount = (client._poolUseCount || 0) + 1

    this.emit('release', err, client)

    // TODO(bmc): expose a proper, public interface _queryable and _ending
    if (err || this.ending || !client._queryable || client._ending || client._poolUseCount >= this.options.maxUses) {
      if (client._poolUseCount >= this.options.maxUses) {
        this.log('remove expended client')
      }

      return this._remove(client, this._pulseQueue.bind(this))
    }

    const isExpired = this._expired.has(client)
    if (isExpired) {
      this.log('remove expired client')
      this._expired.delete(client)
      return this._remove(client, this._pulseQueue.bind(this))
    }

    // idle timeout
    let tid
    if (this.options.idleTimeoutMillis && this._isAboveMin()) {
      tid = setTimeout(() => {
        if (this._isAboveMin()) {
          this.log('remove idle client')
          this._remove(client, this._pulseQueue.bind(this))
        }
      }, this.options.idleTimeoutMillis)

      if (this.options.allowExitOnIdle) {
        // allow Node to exit if this is all that's left
        tid.unref()
      }
    }

    if (this.options.allowExitOnIdle) {
      client.unref()
    }

    this._idle.push(new IdleItem(client, idleListener, tid))
    this._pulseQueue()
  }

  query(text, values, cb) {
    // guard clause against passing a function as the first parameter
    if (typeof text === 'function') {
      const response = promisify(this.Promise, text)
      setImmediate(function () {
        return response.callback(new Error('Passing a function as the first parameter to pool.query is not supported'))
      })
      return response.result
    }

    // allow plain text query without values, but callback
    if (typeof values === 'function') {
      cb = values
      values = undefined
    }
    const response = promisify(this.Promise, cb)
    cb = response.callback

    this.connect((err, client) => {
      if (err) {
        return cb(err)
      }

      let clientReleased = false
      const onError = (err) => {
        if (clientReleased) {
          return
        }
        clientReleased = true
        client.release(err)
        cb(err)
      }

      client.once('error', onError)
      this.log('dispatching query')
      try {
        client.query(text, values, (err, res) => {
          this.log('query dispatched')
          client.removeListener('error', onError)
          if (clientReleased) {
            return
          }
          clientReleased = true
          client.release(err)
          if (err) {
            return cb(err)
          }
          return cb(undefined, res)
        })
      } catch (err) {
        client.release(err)
        return cb(err)
      }
    })
    return response.result
  }

  end(cb) {
    this.log('ending')
    if (this.ending) {
      const err = new Error('Called end on pool more than once')
      return cb ? cb(err) : this.Promise.reject(err)
    }
    this.ending = true
    const promised = promisify(this.Promise, cb)
    this._endCallback = promised.callback
    this._pulseQueue()
    return promised.result
  }

  get waitingCount() {
    return this._pendingQueue.length
  }

  get idleCount() {
    return this._idle.length
  }

  get expiredCount() {
    return this._clients.reduce((acc, client) => acc + (this._expired.has(client) ? 1 : 0), 0)
  }

  get totalCount() {
    return this._clients.length
  }
}
module.exports = Pool


/***/ }),

/***/ 9971:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.BufferReader = void 0;
class BufferReader {
    constructor(offset = 0) {
        this.offset = offset;
        this.buffer = Buffer.allocUnsafe(0);
        // TODO(bmc): support non-utf8 encoding?
        this.encoding = 'utf-8';
    }
    setBuffer(offset, buffer) {
        this.offset = offset;
        this.buffer = buffer;
    }
    int16() {
        const result = this.buffer.readInt16BE(this.offset);
        this.offset += 2;
        return result;
    }
    byte() {
        const result = this.buffer[this.offset];
        this.offset++;
        return result;
    }
    int32() {
        const result = this.buffer.readInt32BE(this.offset);
        this.offset += 4;
        return result;
    }
    uint32() {
        const result = this.buffer.readUInt32BE(this.offset);
        this.offset += 4;
        return result;
    }
    string(length) {
        const result = this.buffer.toString(this.encoding, this.offset, this.offset + length);
        this.offset += length;
        return result;
    }
    cstring() {
        const start = this.offset;
        let end = start;
        // eslint-disable-next-line no-empty
        while (this.buffer[end++]) { }
        this.offset = end;
        return this.buffer.toString(this.encoding, start, end - 1);
    }
    bytes(length) {
        const result = this.buffer.slice(this.offset, this.offset + length);
        this.offset += length;
        return result;
    }
}
exports.BufferReader = BufferReader;
//# sourceMappingURL=buffer-reader.js.map

/***/ }),

/***/ 9315:
/***/ ((__unused_webpack_module, exports) => {


//binary data writer tuned for encoding binary specific to the postgres binary protocol
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Writer = void 0;
class Writer {
    constructor(size = 256) {
        this.size = size;
        this.offset = 5;
        this.headerPosition = 0;
        this.buffer = Buffer.allocUnsafe(size);
    }
    ensure(size) {
        const remaining = this.buffer.length - this.offset;
        if (remaining < size) {
            const oldBuffer = this.buffer;
            // exponential growth factor of around ~ 1.5
            // https://stackoverflow.com/questions/2269063/buffer-growth-strategy
            const newSize = oldBuffer.length + (oldBuffer.length >> 1) + size;
            this.buffer = Buffer.allocUnsafe(newSize);
            oldBuffer.copy(this.buffer, 0, 0, this.offset);
        }
    }
    addInt32(num) {
        this.ensure(4);
        this.buffer[this.offset++] = (num >>> 24) & 0xff;
        this.buffer[this.offset++] = (num >>> 16) & 0xff;
        this.buffer[this.offset++] = (num >>> 8) & 0xff;
        this.buffer[this.offset++] = (num >>> 0) & 0xff;
        return this;
    }
    addInt16(num) {
        this.ensure(2);
        this.buffer[this.offset++] = (num >>> 8) & 0xff;
        this.buffer[this.offset++] = (num >>> 0) & 0xff;
        return this;
    }
    addCString(string) {
        if (!string) {
            this.ensure(1);
        }
        else {
            const len = Buffer.byteLength(string);
            this.ensure(len + 1); // +1 for null terminator
            this.buffer.write(string, this.offset, 'utf-8');
            this.offset += len;
        }
        this.buffer[this.offset++] = 0; // null terminator
        return this;
    }
    addString(string = '') {
        const len = Buffer.byteLength(string);
        this.ensure(len);
        this.buffer.write(string, this.offset);
        this.offset += len;
        return this;
    }
    // Write an Int32 byte-length prefix immediately followed by the string's UTF-8
    // bytes. Postgres' Bind wire format prefixes every parameter with its length,
    // and doing it in one method computes Buffer.byteLength ONCE — the previous
    // `addInt32(Buffer.byteLength(s)).addString(s)` pairing scanned the string
    // three times (byteLength for the prefix, byteLength again inside addString,
    // then the encode), which is costly for large text parameters.
    addInt32PrefixedString(string) {
        const len = Buffer.byteLength(string);
        this.ensure(4 + len);
        const buffer = this.buffer;
        let offset = this.offset;
        buffer[offset++] = (len >>> 24) & 0xff;
        buffer[offset++] = (len >>> 16) & 0xff;
        buffer[offset++] = (len >>> 8) & 0xff;
        buffer[offset++] = (len >>> 0) & 0xff;
        buffer.write(string, offset, 'utf-8');
        this.offset = offset + len;
        return this;
    }
    add(otherBuffer) {
        this.ensure(otherBuffer.length);
        otherBuffer.copy(this.buffer, this.offset);
        this.offset += otherBuffer.length;
        return this;
    }
    /**
     * Appends an uninitialized block of {@link size} bytes to the buffer and returns its offset.
     */
    reserveUnsafe(size) {
        const offset = this.offset;
        this.ensure(size);
        this.offset += size;
        return offset;
    }
    join(code) {
        if (code) {
            this.buffer[this.headerPosition] = code;
            //length is everything in this packet minus the code
            const length = this.offset - (this.headerPosition + 1);
            this.buffer.writeInt32BE(length, this.headerPosition + 1);
        }
        return this.buffer.slice(code ? 0 : 5, this.offset);
    }
    flush(code) {
        const result = this.join(code);
        this.offset = 5;
        this.headerPosition = 0;
        this.buffer = Buffer.allocUnsafe(this.size);
        return result;
    }
    clear() {
        this.offset = 5;
        this.headerPosition = 0;
    }
}
exports.Writer = Writer;
//# sourceMappingURL=buffer-writer.js.map

/***/ }),

/***/ 4233:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.DatabaseError = exports.serialize = void 0;
exports.parse = parse;
const messages_1 = __nccwpck_require__(5809);
Object.defineProperty(exports, "DatabaseError", ({ enumerable: true, get: function () { return messages_1.DatabaseError; } }));
const serializer_1 = __nccwpck_require__(6513);
Object.defineProperty(exports, "serialize", ({ enumerable: true, get: function () { return serializer_1.serialize; } }));
const parser_1 = __nccwpck_require__(3318);
function parse(stream, callback) {
    const parser = new parser_1.Parser();
    stream.on('data', (buffer) => parser.parse(buffer, callback));
    return new Promise((resolve) => stream.on('end', () => resolve()));
}
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 5809:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.NoticeMessage = exports.DataRowMessage = exports.CommandCompleteMessage = exports.ReadyForQueryMessage = exports.NotificationResponseMessage = exports.BackendKeyDataMessage = exports.AuthenticationMD5Password = exports.ParameterStatusMessage = exports.ParameterDescriptionMessage = exports.RowDescriptionMessage = exports.Field = exports.CopyResponse = exports.CopyDataMessage = exports.DatabaseError = exports.copyDone = exports.emptyQuery = exports.replicationStart = exports.portalSuspended = exports.noData = exports.closeComplete = exports.bindComplete = exports.parseComplete = void 0;
exports.parseComplete = {
    name: 'parseComplete',
    length: 5,
};
exports.bindComplete = {
    name: 'bindComplete',
    length: 5,
};
exports.closeComplete = {
    name: 'closeComplete',
    length: 5,
};
exports.noData = {
    name: 'noData',
    length: 5,
};
exports.portalSuspended = {
    name: 'portalSuspended',
    length: 5,
};
exports.replicationStart = {
    name: 'replicationStart',
    length: 4,
};
exports.emptyQuery = {
    name: 'emptyQuery',
    length: 4,
};
exports.copyDone = {
    name: 'copyDone',
    length: 4,
};
class DatabaseError extends Error {
    constructor(message, length, name) {
        super(message);
        this.length = length;
        this.name = name;
    }
}
exports.DatabaseError = DatabaseError;
class CopyDataMessage {
    constructor(length, chunk) {
        this.length = length;
        this.chunk = chunk;
        this.name = 'copyData';
    }
}
exports.CopyDataMessage = CopyDataMessage;
class CopyResponse {
    constructor(length, name, binary, columnCount) {
        this.length = length;
        this.name = name;
        this.binary = binary;
        this.columnTypes = new Array(columnCount);
    }
}
exports.CopyResponse = CopyResponse;
class Field {
    constructor(name, tableID, columnID, dataTypeID, dataTypeSize, dataTypeModifier, format) {
        this.name = name;
        this.tableID = tableID;
        this.columnID = columnID;
        this.dataTypeID = dataTypeID;
        this.dataTypeSize = dataTypeSize;
        this.dataTypeModifier = dataTypeModifier;
        this.format = format;
    }
}
exports.Field = Field;
class RowDescriptionMessage {
    constructor(length, fieldCount) {
        this.length = length;
        this.fieldCount = fieldCount;
        this.name = 'rowDescription';
        this.fields = new Array(this.fieldCount);
    }
}
exports.RowDescriptionMessage = RowDescriptionMessage;
class ParameterDescriptionMessage {
    constructor(length, parameterCount) {
        this.length = length;
        this.parameterCount = parameterCount;
        this.name = 'parameterDescription';
        this.dataTypeIDs = new Array(this.parameterCount);
    }
}
exports.ParameterDescriptionMessage = ParameterDescriptionMessage;
class ParameterStatusMessage {
    constructor(length, parameterName, parameterValue) {
        this.length = length;
        this.parameterName = parameterName;
        this.parameterValue = parameterValue;
        this.name = 'parameterStatus';
    }
}
exports.ParameterStatusMessage = ParameterStatusMessage;
class AuthenticationMD5Password {
    constructor(length, salt) {
        this.length = length;
        this.salt = salt;
        this.name = 'authenticationMD5Password';
    }
}
exports.AuthenticationMD5Password = AuthenticationMD5Password;
class BackendKeyDataMessage {
    constructor(length, processID, secretKey) {
        this.length = length;
        this.processID = processID;
        this.secretKey = secretKey;
        this.name = 'backendKeyData';
    }
}
exports.BackendKeyDataMessage = BackendKeyDataMessage;
class NotificationResponseMessage {
    constructor(length, processId, channel, payload) {
        this.length = length;
        this.processId = processId;
        this.channel = channel;
        this.payload = payload;
        this.name = 'notification';
    }
}
exports.NotificationResponseMessage = NotificationResponseMessage;
class ReadyForQueryMessage {
    constructor(length, status) {
        this.length = length;
        this.status = status;
        this.name = 'readyForQuery';
    }
}
exports.ReadyForQueryMessage = ReadyForQueryMessage;
class CommandCompleteMessage {
    constructor(length, text) {
        this.length = length;
        this.text = text;
        this.name = 'commandComplete';
    }
}
exports.CommandCompleteMessage = CommandCompleteMessage;
class DataRowMessage {
    constructor(length, fields) {
        this.length = length;
        this.fields = fields;
        this.name = 'dataRow';
        this.fieldCount = fields.length;
    }
}
exports.DataRowMessage = DataRowMessage;
class NoticeMessage {
    constructor(length, message) {
        this.length = length;
        this.message = message;
        this.name = 'notice';
    }
}
exports.NoticeMessage = NoticeMessage;
//# sourceMappingURL=messages.js.map

/***/ }),

/***/ 3318:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Parser = void 0;
const messages_1 = __nccwpck_require__(5809);
const buffer_reader_1 = __nccwpck_require__(9971);
// every message is prefixed with a single byte
const CODE_LENGTH = 1;
// every message has an int32 length which includes itself but does
// NOT include the code in the length
const LEN_LENGTH = 4;
const HEADER_LENGTH = CODE_LENGTH + LEN_LENGTH;
// A placeholder for a `BackendMessage`’s length value that will be set after construction.
const LATEINIT_LENGTH = -1;
const emptyBuffer = Buffer.allocUnsafe(0);
class Parser {
    constructor(opts) {
        this.buffer = emptyBuffer;
        this.bufferLength = 0;
        this.bufferOffset = 0;
        this.reader = new buffer_reader_1.BufferReader();
        if ((opts === null || opts === void 0 ? void 0 : opts.mode) === 'binary') {
            throw new Error('Binary mode not supported yet');
        }
        this.mode = (opts === null || opts === void 0 ? void 0 : opts.mode) || 'text';
    }
    parse(buffer, callback) {
        this.mergeBuffer(buffer);
        const bufferFullLength = this.bufferOffset + this.bufferLength;
        let offset = this.bufferOffset;
        while (offset + HEADER_LENGTH <= bufferFullLength) {
            // code is 1 byte long - it identifies the message type
            const code = this.buffer[offset];
            // length is 1 Uint32BE - it is the length of the message EXCLUDING the code
            const length = this.buffer.readUInt32BE(offset + CODE_LENGTH);
            const fullMessageLength = CODE_LENGTH + length;
            if (fullMessageLength + offset <= bufferFullLength) {
                const message = this.handlePacket(offset + HEADER_LENGTH, code, length, this.buffer);
                callback(message);
                offset += fullMessageLength;
            }
            else {
                break;
            }
        }
        if (offset === bufferFullLength) {
            // No more use for the buffer
            this.buffer = emptyBuffer;
            this.bufferLength = 0;
            this.bufferOffset = 0;
        }
        else {
            // Adjust the cursors of remainingBuffer
            this.bufferLength = bufferFullLength - offset;
            this.bufferOffset = offset;
        }
    }
    mergeBuffer(buffer) {
        if (this.bufferLength > 0) {
            const newLength = this.bufferLength + buffer.byteLength;
            const newFullLength = newLength + this.bufferOffset;
            if (newFullLength > this.buffer.byteLength) {
                // We can't concat the new buffer with the remaining one
                let newBuffer;
                if (newLength <= this.buffer.byteLength && this.bufferOffset >= this.bufferLength) {
                    // We can move the relevant part to the beginning of the buffer instead of allocating a new buffer
                    newBuffer = this.buffer;
                }
                else {
                    // Allocate a new larger buffer
                    let newBufferLength = this.buffer.byteLength * 2;
                    while (newLength >= newBufferLength) {
                        newBufferLength *= 2;
                    }
                    newBuffer = Buffer.allocUnsafe(newBufferLength);
                }
                // Move the remaining buffer to the new one
                this.buffer.copy(newBuffer, 0, this.bufferOffset, this.bufferOffset + this.bufferLength);
                this.buffer = newBuffer;
                this.bufferOffset = 0;
            }
            // Concat the new buffer with the remaining one
            buffer.copy(this.buffer, this.bufferOffset + this.bufferLength);
            this.bufferLength = newLength;
        }
        else {
            this.buffer = buffer;
            this.bufferOffset = 0;
            this.bufferLength = buffer.byteLength;
        }
    }
    handlePacket(offset, code, length, bytes) {
        const { reader } = this;
        // NOTE: This undesirably retains the buffer in `this.reader` if the `parse*Message` calls below throw. However, those should only throw in the case of a protocol error, which normally results in the reader being discarded.
        reader.setBuffer(offset, bytes);
        let message;
        switch (code) {
            case 50 /* MessageCodes.BindComplete */:
                message = messages_1.bindComplete;
                break;
            case 49 /* MessageCodes.ParseComplete */:
                message = messages_1.parseComplete;
                break;
            case 51 /* MessageCodes.CloseComplete */:
                message = messages_1.closeComplete;
                break;
            case 110 /* MessageCodes.NoData */:
                message = messages_1.noData;
                break;
            case 115 /* MessageCodes.PortalSuspended */:
                message = messages_1.portalSuspended;
                break;
            case 99 /* MessageCodes.CopyDone */:
                message = messages_1.copyDone;
                break;
            case 87 /* MessageCodes.ReplicationStart */:
                message = messages_1.replicationStart;
                break;
            case 73 /* MessageCodes.EmptyQuery */:
                message = messages_1.emptyQuery;
                break;
            case 68 /* MessageCodes.DataRow */:
                message = parseDataRowMessage(reader);
                break;
            case 67 /* MessageCodes.CommandComplete */:
                message = parseCommandCompleteMessage(reader);
                break;
            case 90 /* MessageCodes.ReadyForQuery */:
                message = parseReadyForQueryMessage(reader);
                break;
            case 65 /* MessageCodes.NotificationResponse */:
                message = parseNotificationMessage(reader);
                break;
            case 82 /* MessageCodes.AuthenticationResponse */:
                message = parseAuthenticationResponse(reader, length);
                break;
            case 83 /* MessageCodes.ParameterStatus */:
                message = parseParameterStatusMessage(reader);
                break;
            case 75 /* MessageCodes.BackendKeyData */:
                message = parseBackendKeyData(reader);
                break;
            case 69 /* MessageCodes.ErrorMessage */:
                message = parseErrorMessage(reader, 'error');
                break;
            case 78 /* MessageCodes.NoticeMessage */:
                message = parseErrorMessage(reader, 'notice');
                break;
            case 84 /* MessageCodes.RowDescriptionMessage */:
                message = parseRowDescriptionMessage(reader);
                break;
            case 116 /* MessageCodes.ParameterDescriptionMessage */:
                message = parseParameterDescriptionMessage(reader);
                break;
            case 71 /* MessageCodes.CopyIn */:
                message = parseCopyInMessage(reader);
                break;
            case 72 /* MessageCodes.CopyOut */:
                message = parseCopyOutMessage(reader);
                break;
            case 100 /* MessageCodes.CopyData */:
                message = parseCopyData(reader, length);
                break;
            default:
                return new messages_1.DatabaseError('received invalid response: ' + code.toString(16), length, 'error');
        }
        reader.setBuffer(0, emptyBuffer);
        message.length = length;
        return message;
    }
}
exports.Parser = Parser;
const parseReadyForQueryMessage = (reader) => {
    const status = reader.string(1);
    return new messages_1.ReadyForQueryMessage(LATEINIT_LENGTH, status);
};
const parseCommandCompleteMessage = (reader) => {
    const text = reader.cstring();
    return new messages_1.CommandCompleteMessage(LATEINIT_LENGTH, text);
};
const parseCopyData = (reader, length) => {
    const chunk = reader.bytes(length - 4);
    return new messages_1.CopyDataMessage(LATEINIT_LENGTH, chunk);
};
const parseCopyInMessage = (reader) => parseCopyMessage(reader, 'copyInResponse');
const parseCopyOutMessage = (reader) => parseCopyMessage(reader, 'copyOutResponse');
const parseCopyMessage = (reader, messageName) => {
    const isBinary = reader.byte() !== 0;
    const columnCount = reader.int16();
    const message = new messages_1.CopyResponse(LATEINIT_LENGTH, messageName, isBinary, columnCount);
    for (let i = 0; i < columnCount; i++) {
        message.columnTypes[i] = reader.int16();
    }
    return message;
};
const parseNotificationMessage = (reader) => {
    const processId = reader.int32();
    const channel = reader.cstring();
    const payload = reader.cstring();
    return new messages_1.NotificationResponseMessage(LATEINIT_LENGTH, processId, channel, payload);
};
const parseRowDescriptionMessage = (reader) => {
    const fieldCount = reader.int16();
    const message = new messages_1.RowDescriptionMessage(LATEINIT_LENGTH, fieldCount);
    for (let i = 0; i < fieldCount; i++) {
        message.fields[i] = parseField(reader);
    }
    return message;
};
const parseField = (reader) => {
    const name = reader.cstring();
    const tableID = reader.uint32();
    const columnID = reader.int16();
    const dataTypeID = reader.uint32();
    const dataTypeSize = reader.int16();
    const dataTypeModifier = reader.int32();
    const mode = reader.int16() === 0 ? 'text' : 'binary';
    return new messages_1.Field(name, tableID, columnID, dataTypeID, dataTypeSize, dataTypeModifier, mode);
};
const parseParameterDescriptionMessage = (reader) => {
    const parameterCount = reader.int16();
    const message = new messages_1.ParameterDescriptionMessage(LATEINIT_LENGTH, parameterCount);
    for (let i = 0; i < parameterCount; i++) {
        // OIDs are unsigned, same as dataTypeID in parseField above
        message.dataTypeIDs[i] = reader.uint32();
    }
    return message;
};
const parseDataRowMessage = (reader) => {
    const fieldCount = reader.int16();
    const fields = new Array(fieldCount);
    for (let i = 0; i < fieldCount; i++) {
        const len = reader.int32();
        // a -1 for length means the value of the field is null
        fields[i] = len === -1 ? null : reader.string(len);
    }
    return new messages_1.DataRowMessage(LATEINIT_LENGTH, fields);
};
const parseParameterStatusMessage = (reader) => {
    const name = reader.cstring();
    const value = reader.cstring();
    return new messages_1.ParameterStatusMessage(LATEINIT_LENGTH, name, value);
};
const parseBackendKeyData = (reader) => {
    const processID = reader.int32();
    const secretKey = reader.int32();
    return new messages_1.BackendKeyDataMessage(LATEINIT_LENGTH, processID, secretKey);
};
const parseAuthenticationResponse = (reader, length) => {
    const code = reader.int32();
    // TODO(bmc): maybe better types here
    const message = {
        name: 'authenticationOk',
        length,
    };
    switch (code) {
        case 0: // AuthenticationOk
            break;
        case 3: // AuthenticationCleartextPassword
            if (message.length === 8) {
                message.name = 'authenticationCleartextPassword';
            }
            break;
        case 5: // AuthenticationMD5Password
            if (message.length === 12) {
                message.name = 'authenticationMD5Password';
                const salt = reader.bytes(4);
                return new messages_1.AuthenticationMD5Password(LATEINIT_LENGTH, salt);
            }
            break;
        case 10: // AuthenticationSASL
            {
                message.name = 'authenticationSASL';
                message.mechanisms = [];
                let mechanism;
                do {
                    mechanism = reader.cstring();
                    if (mechanism) {
                        message.mechanisms.push(mechanism);
                    }
                } while (mechanism);
            }
            break;
        case 11: // AuthenticationSASLContinue
            message.name = 'authenticationSASLContinue';
            message.data = reader.string(length - 8);
            break;
        case 12: // AuthenticationSASLFinal
            message.name = 'authenticationSASLFinal';
            message.data = reader.string(length - 8);
            break;
        default:
            throw new Error('Unknown authenticationOk message type ' + code);
    }
    return message;
};
const parseErrorMessage = (reader, name) => {
    const fields = {};
    let fieldType = reader.string(1);
    while (fieldType !== '\0') {
        fields[fieldType] = reader.cstring();
        fieldType = reader.string(1);
    }
    const messageValue = fields.M;
    const message = name === 'notice'
        ? new messages_1.NoticeMessage(LATEINIT_LENGTH, messageValue)
        : new messages_1.DatabaseError(messageValue, LATEINIT_LENGTH, name);
    message.severity = fields.S;
    message.code = fields.C;
    message.detail = fields.D;
    message.hint = fields.H;
    message.position = fields.P;
    message.internalPosition = fields.p;
    message.internalQuery = fields.q;
    message.where = fields.W;
    message.schema = fields.s;
    message.table = fields.t;
    message.column = fields.c;
    message.dataType = fields.d;
    message.constraint = fields.n;
    message.file = fields.F;
    message.line = fields.L;
    message.routine = fields.R;
    return message;
};
//# sourceMappingURL=parser.js.map

/***/ }),

/***/ 6513:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.serialize = void 0;
const buffer_writer_1 = __nccwpck_require__(9315);
const writer = new buffer_writer_1.Writer();
const startup = (opts) => {
    // protocol version
    writer.addInt16(3).addInt16(0);
    for (const key of Object.keys(opts)) {
        writer.addCString(key).addCString(opts[key]);
    }
    writer.addCString('client_encoding').addCString('UTF8');
    const bodyBuffer = writer.addCString('').flush();
    // this message is sent without a code
    const length = bodyBuffer.length + 4;
    return new buffer_writer_1.Writer().addInt32(length).add(bodyBuffer).flush();
};
const requestSsl = () => {
    const response = Buffer.allocUnsafe(8);
    response.writeInt32BE(8, 0);
    response.writeInt32BE(80877103, 4);
    return response;
};
const password = (password) => {
    return writer.addCString(password).flush(112 /* code.startup */);
};
const sendSASLInitialResponseMessage = function (mechanism, initialResponse) {
    // 0x70 = 'p'
    writer.addCString(mechanism).addInt32PrefixedString(initialResponse);
    return writer.flush(112 /* code.startup */);
};
const sendSCRAMClientFinalMessage = function (additionalData) {
    return writer.addString(additionalData).flush(112 /* code.startup */);
};
const query = (text) => {
    return writer.addCString(text).flush(81 /* code.query */);
};
const emptyArray = [];
const parse = (query) => {
    // expect something like this:
    // { name: 'queryName',
    //   text: 'select * from blah',
    //   types: ['int8', 'bool'] }
    // normalize missing query names to allow for null
    const name = query.name || '';
    if (name.length > 63) {
        console.error('Warning! Postgres only supports 63 characters for query names.');
        console.error('You supplied %s (%s)', name, name.length);
        console.error('This can cause conflicts and silent errors executing queries');
    }
    const types = query.types || emptyArray;
    const len = types.length;
    const buffer = writer
        .addCString(name) // name of query
        .addCString(query.text) // actual query text
        .addInt16(len);
    for (let i = 0; i < len; i++) {
        buffer.addInt32(types[i]);
    }
    return writer.flush(80 /* code.parse */);
};
const writeValues = function (values, valueMapper, formatsOffset) {
    const len = values.length;
    for (let i = 0; i < len; i++) {
        const mappedVal = valueMapper ? valueMapper(values[i], i) : values[i];
        let formatByte = 0 /* ParamType.STRING */;
        if (mappedVal == null) {
            // write -1 to indicate null
            writer.addInt32(-1);
        }
        else if (mappedVal instanceof Buffer) {
            formatByte = 1 /* ParamType.BINARY */;
            // add the buffer to the param writer
            writer.addInt32(mappedVal.length);
            writer.add(mappedVal);
        }
        else {
            // length prefix + UTF-8 bytes in one pass (Buffer.byteLength computed once)
            writer.addInt32PrefixedString(mappedVal);
        }
        // beware: `writer` operations can replace `writer.buffer` with a new buffer
        const buf = writer.buffer;
        buf[formatsOffset++] = 0;
        buf[formatsOffset++] = formatByte;
    }
};
const bind = (config = {}) => {
    // normalize config
    const portal = config.portal || '';
    const statement = config.statement || '';
    const binary = config.binary || false;
    const values = config.values || emptyArray;
    const len = values.length;
    writer.addCString(portal).addCString(statement);
    // number of parameter format codes
    writer.addInt16(len);
    // space for those codes, filled by `writeValues`
    const formatsOffset = writer.reserveUnsafe(len * 2);
    // number of parameter values
    writer.addInt16(len);
    try {
        writeValues(values, config.valueMapper, formatsOffset);
    }
    catch (err) {
        writer.clear();
        throw err;
    }
    // all results use the same format code
    writer.addInt16(1);
    // format code
    writer.addInt16(binary ? 1 /* ParamType.BINARY */ : 0 /* ParamType.STRING */);
    return writer.flush(66 /* code.bind */);
};
const emptyExecute = Buffer.from([69 /* code.execute */, 0x00, 0x00, 0x00, 0x09, 0x00, 0x00, 0x00, 0x00, 0x00]);
const execute = (config) => {
    // this is the happy path for most queries
    if (!config || (!config.portal && !config.rows)) {
        return emptyExecute;
    }
    const portal = config.portal || '';
    const rows = config.rows || 0;
    const portalLength = Buffer.byteLength(portal);
    const len = 4 + portalLength + 1 + 4;
    // one extra bit for code
    const buff = Buffer.allocUnsafe(1 + len);
    buff[0] = 69 /* code.execute */;
    buff.writeInt32BE(len, 1);
    buff.write(portal, 5, 'utf-8');
    buff[portalLength + 5] = 0; // null terminate portal cString
    buff.writeUInt32BE(rows, buff.length - 4);
    return buff;
};
const cancel = (processID, secretKey) => {
    const buffer = Buffer.allocUnsafe(16);
    buffer.writeInt32BE(16, 0);
    buffer.writeInt16BE(1234, 4);
    buffer.writeInt16BE(5678, 6);
    buffer.writeInt32BE(processID, 8);
    buffer.writeInt32BE(secretKey, 12);
    return buffer;
};
const cstringMessage = (code, string) => {
    const stringLen = Buffer.byteLength(string);
    const len = 4 + stringLen + 1;
    // one extra bit for code
    const buffer = Buffer.allocUnsafe(1 + len);
    buffer[0] = code;
    buffer.writeInt32BE(len, 1);
    buffer.write(string, 5, 'utf-8');
    buffer[len] = 0; // null terminate cString
    return buffer;
};
const emptyDescribePortal = writer.addCString('P').flush(68 /* code.describe */);
const emptyDescribeStatement = writer.addCString('S').flush(68 /* code.describe */);
const describe = (msg) => {
    return msg.name
        ? cstringMessage(68 /* code.describe */, `${msg.type}${msg.name || ''}`)
        : msg.type === 'P'
            ? emptyDescribePortal
            : emptyDescribeStatement;
};
const close = (msg) => {
    const text = `${msg.type}${msg.name || ''}`;
    return cstringMessage(67 /* code.close */, text);
};
const copyData = (chunk) => {
    return writer.add(chunk).flush(100 /* code.copyFromChunk */);
};
const copyFail = (message) => {
    return cstringMessage(102 /* code.copyFail */, message);
};
const codeOnlyBuffer = (code) => Buffer.from([code, 0x00, 0x00, 0x00, 0x04]);
const flushBuffer = codeOnlyBuffer(72 /* code.flush */);
const syncBuffer = codeOnlyBuffer(83 /* code.sync */);
const endBuffer = codeOnlyBuffer(88 /* code.end */);
const copyDoneBuffer = codeOnlyBuffer(99 /* code.copyDone */);
const serialize = {
    startup,
    password,
    requestSsl,
    sendSASLInitialResponseMessage,
    sendSCRAMClientFinalMessage,
    query,
    parse,
    bind,
    execute,
    describe,
    close,
    flush: () => flushBuffer,
    sync: () => syncBuffer,
    end: () => endBuffer,
    copyData,
    copyDone: () => copyDoneBuffer,
    copyFail,
    cancel,
};
exports.serialize = serialize;
//# sourceMappingURL=serializer.js.map

/***/ }),

/***/ 1549:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var textParsers = __nccwpck_require__(4784);
var binaryParsers = __nccwpck_require__(7522);
var arrayParser = __nccwpck_require__(6471);
var builtinTypes = __nccwpck_require__(6345);

exports.getTypeParser = getTypeParser;
exports.setTypeParser = setTypeParser;
exports.arrayParser = arrayParser;
exports.builtins = builtinTypes;

var typeParsers = {
  text: {},
  binary: {}
};

//the empty parse function
function noParse (val) {
  return String(val);
};

//returns a function used to convert a specific type (specified by
//oid) into a result javascript type
//note: the oid can be obtained via the following sql query:
//SELECT oid FROM pg_type WHERE typname = 'TYPE_NAME_HERE';
function getTypeParser (oid, format) {
  format = format || 'text';
  if (!typeParsers[format]) {
    return noParse;
  }
  return typeParsers[format][oid] || noParse;
};

function setTypeParser (oid, format, parseFn) {
  if(typeof format == 'function') {
    parseFn = format;
    format = 'text';
  }
  typeParsers[format][oid] = parseFn;
};

textParsers.init(function(oid, converter) {
  typeParsers.text[oid] = converter;
});

binaryParsers.init(function(oid, converter) {
  typeParsers.binary[oid] = converter;
});


/***/ }),

/***/ 6471:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var array = __nccwpck_require__(3879);

module.exports = {
  create: function (source, transform) {
    return {
      parse: function() {
        return array.parse(source, transform);
      }
    };
  }
};


/***/ }),

/***/ 7522:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var parseInt64 = __nccwpck_require__(2299);

var parseBits = function(data, bits, offset, invert, callback) {
  offset = offset || 0;
  invert = invert || false;
  callback = callback || function(lastValue, newValue, bits) { return (lastValue * Math.pow(2, bits)) + newValue; };
  var offsetBytes = offset >> 3;

  var inv = function(value) {
    if (invert) {
      return ~value & 0xff;
    }

    return value;
  };

  // read first (maybe partial) byte
  var mask = 0xff;
  var firstBits = 8 - (offset % 8);
  if (bits < firstBits) {
    mask = (0xff << (8 - bits)) & 0xff;
    firstBits = bits;
  }

  if (offset) {
    mask = mask >> (offset % 8);
  }

  var result = 0;
  if ((offset % 8) + bits >= 8) {
    result = callback(0, inv(data[offsetBytes]) & mask, firstBits);
  }

  // read bytes
  var bytes = (bits + offset) >> 3;
  for (var i = offsetBytes + 1; i < bytes; i++) {
    result = callback(result, inv(data[i]), 8);
  }

  // bits to read, that are not a complete byte
  var lastBits = (bits + offset) % 8;
  if (lastBits > 0) {
    result = callback(result, inv(data[bytes]) >> (8 - lastBits), lastBits);
  }

  return result;
};

var parseFloatFromBits = function(data, precisionBits, exponentBits) {
  var bias = Math.pow(2, exponentBits - 1) - 1;
  var sign = parseBits(data, 1);
  var exponent = parseBits(data, exponentBits, 1);

  if (exponent === 0) {
    return 0;
  }

  // parse mantissa
  var precisionBitsCounter = 1;
  var parsePrecisionBits = function(lastValue, newValue, bits) {
    if (lastValue === 0) {
      lastValue = 1;
    }

    for (var i = 1; i <= bits; i++) {
      precisionBitsCounter /= 2;
      if ((newValue & (0x1 << (bits - i))) > 0) {
        lastValue += precisionBitsCounter;
      }
    }

    return lastValue;
  };

  var mantissa = parseBits(data, precisionBits, exponentBits + 1, false, parsePrecisionBits);

  // special cases
  if (exponent == (Math.pow(2, exponentBits + 1) - 1)) {
    if (mantissa === 0) {
      return (sign === 0) ? Infinity : -Infinity;
    }

    return NaN;
  }

  // normale number
  return ((sign === 0) ? 1 : -1) * Math.pow(2, exponent - bias) * mantissa;
};

var parseInt16 = function(value) {
  if (parseBits(value, 1) == 1) {
    return -1 * (parseBits(value, 15, 1, true) + 1);
  }

  return parseBits(value, 15, 1);
};

var parseInt32 = function(value) {
  if (parseBits(value, 1) == 1) {
    return -1 * (parseBits(value, 31, 1, true) + 1);
  }

  return parseBits(value, 31, 1);
};

var parseFloat32 = function(value) {
  return parseFloatFromBits(value, 23, 8);
};

var parseFloat64 = function(value) {
  return parseFloatFromBits(value, 52, 11);
};

var parseNumeric = function(value) {
  var sign = parseBits(value, 16, 32);
  if (sign == 0xc000) {
    return NaN;
  }

  var weight = Math.pow(10000, parseBits(value, 16, 16));
  var result = 0;

  var digits = [];
  var ndigits = parseBits(value, 16);
  for (var i = 0; i < ndigits; i++) {
    result += parseBits(value, 16, 64 + (16 * i)) * weight;
    weight /= 10000;
  }

  var scale = Math.pow(10, parseBits(value, 16, 48));
  return ((sign === 0) ? 1 : -1) * Math.round(result * scale) / scale;
};

var parseDate = function(isUTC, value) {
  var sign = parseBits(value, 1);
  var rawValue = parseBits(value, 63, 1);

  // discard usecs and shift from 2000 to 1970
  var result = new Date((((sign === 0) ? 1 : -1) * rawValue / 1000) + 946684800000);

  if (!isUTC) {
    result.setTime(result.getTime() + result.getTimezoneOffset() * 60000);
  }

  // add microseconds to the date
  result.usec = rawValue % 1000;
  result.getMicroSeconds = function() {
    return this.usec;
  };
  result.setMicroSeconds = function(value) {
    this.usec = value;
  };
  result.getUTCMicroSeconds = function() {
    return this.usec;
  };

  return result;
};

var parseArray = function(value) {
  var dim = parseBits(value, 32);

  var flags = parseBits(value, 32, 32);
  var elementType = parseBits(value, 32, 64);

  var offset = 96;
  var dims = [];
  for (var i = 0; i < dim; i++) {
    // parse dimension
    dims[i] = parseBits(value, 32, offset);
    offset += 32;

    // ignore lower bounds
    offset += 32;
  }

  var parseElement = function(elementType) {
    // parse content length
    var length = parseBits(value, 32, offset);
    offset += 32;

    // parse null values
    if (length == 0xffffffff) {
      return null;
    }

    var result;
    if ((elementType == 0x17) || (elementType == 0x14)) {
      // int/bigint
      result = parseBits(value, length * 8, offset);
      offset += length * 8;
      return result;
    }
    else if (elementType == 0x19) {
      // string
      result = value.toString(this.encoding, offset >> 3, (offset += (length << 3)) >> 3);
      return result;
    }
    else {
      console.log("ERROR: ElementType not implemented: " + elementType);
    }
  };

  var parse = function(dimension, elementType) {
    var array = [];
    var i;

    if (dimension.length > 1) {
      var count = dimension.shift();
      for (i = 0; i < count; i++) {
        array[i] = parse(dimension, elementType);
      }
      dimension.unshift(count);
    }
    else {
      for (i = 0; i < dimension[0]; i++) {
        array[i] = parseElement(elementType);
      }
    }

    return array;
  };

  return parse(dims, elementType);
};

var parseText = function(value) {
  return value.toString('utf8');
};

var parseBool = function(value) {
  if(value === null) return null;
  return (parseBits(value, 8) > 0);
};

var init = function(register) {
  register(20, parseInt64);
  register(21, parseInt16);
  register(23, parseInt32);
  register(26, parseInt32);
  register(1700, parseNumeric);
  register(700, parseFloat32);
  register(701, parseFloat64);
  register(16, parseBool);
  register(1114, parseDate.bind(null, false));
  register(1184, parseDate.bind(null, true));
  register(1000, parseArray);
  register(1007, parseArray);
  register(1016, parseArray);
  register(1008, parseArray);
  register(1009, parseArray);
  register(25, parseText);
};

module.exports = {
  init: init
};


/***/ }),

/***/ 6345:
/***/ ((module) => {

/**
 * Following query was used to generate this file:

 SELECT json_object_agg(UPPER(PT.typname), PT.oid::int4 ORDER BY pt.oid)
 FROM pg_type PT
 WHERE typnamespace = (SELECT pgn.oid FROM pg_namespace pgn WHERE nspname = 'pg_catalog') -- Take only builting Postgres types with stable OID (extension types are not guaranted to be stable)
 AND typtype = 'b' -- Only basic types
 AND typelem = 0 -- Ignore aliases
 AND typisdefined -- Ignore undefined types
 */

module.exports = {
    BOOL: 16,
    BYTEA: 17,
    CHAR: 18,
    INT8: 20,
    INT2: 21,
    INT4: 23,
    REGPROC: 24,
    TEXT: 25,
    OID: 26,
    TID: 27,
    XID: 28,
    CID: 29,
    JSON: 114,
    XML: 142,
    PG_NODE_TREE: 194,
    SMGR: 210,
    PATH: 602,
    POLYGON: 604,
    CIDR: 650,
    FLOAT4: 700,
    FLOAT8: 701,
    ABSTIME: 702,
    RELTIME: 703,
    TINTERVAL: 704,
    CIRCLE: 718,
    MACADDR8: 774,
    MONEY: 790,
    MACADDR: 829,
    INET: 869,
    ACLITEM: 1033,
    BPCHAR: 1042,
    VARCHAR: 1043,
    DATE: 1082,
    TIME: 1083,
    TIMESTAMP: 1114,
    TIMESTAMPTZ: 1184,
    INTERVAL: 1186,
    TIMETZ: 1266,
    BIT: 1560,
    VARBIT: 1562,
    NUMERIC: 1700,
    REFCURSOR: 1790,
    REGPROCEDURE: 2202,
    REGOPER: 2203,
    REGOPERATOR: 2204,
    REGCLASS: 2205,
    REGTYPE: 2206,
    UUID: 2950,
    TXID_SNAPSHOT: 2970,
    PG_LSN: 3220,
    PG_NDISTINCT: 3361,
    PG_DEPENDENCIES: 3402,
    TSVECTOR: 3614,
    TSQUERY: 3615,
    GTSVECTOR: 3642,
    REGCONFIG: 3734,
    REGDICTIONARY: 3769,
    JSONB: 3802,
    REGNAMESPACE: 4089,
    REGROLE: 4096
};


/***/ }),

/***/ 4784:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var array = __nccwpck_require__(3879)
var arrayParser = __nccwpck_require__(6471);
var parseDate = __nccwpck_require__(2690);
var parseInterval = __nccwpck_require__(8755);
var parseByteA = __nccwpck_require__(463);

function allowNull (fn) {
  return function nullAllowed (value) {
    if (value === null) return value
    return fn(value)
  }
}

function parseBool (value) {
  if (value === null) return value
  return value === 'TRUE' ||
    value === 't' ||
    value === 'true' ||
    value === 'y' ||
    value === 'yes' ||
    value === 'on' ||
    value === '1';
}

function parseBoolArray (value) {
  if (!value) return null
  return array.parse(value, parseBool)
}

function parseBaseTenInt (string) {
  return parseInt(string, 10)
}

function parseIntegerArray (value) {
  if (!value) return null
  return array.parse(value, allowNull(parseBaseTenInt))
}

function parseBigIntegerArray (value) {
  if (!value) return null
  return array.parse(value, allowNull(function (entry) {
    return parseBigInteger(entry).trim()
  }))
}

var parsePointArray = function(value) {
  if(!value) { return null; }
  var p = arrayParser.create(value, function(entry) {
    if(entry !== null) {
      entry = parsePoint(entry);
    }
    return entry;
  });

  return p.parse();
};

var parseFloatArray = function(value) {
  if(!value) { return null; }
  var p = arrayParser.create(value, function(entry) {
    if(entry !== null) {
      entry = parseFloat(entry);
    }
    return entry;
  });

  return p.parse();
};

var parseStringArray = function(value) {
  if(!value) { return null; }

  var p = arrayParser.create(value);
  return p.parse();
};

var parseDateArray = function(value) {
  if (!value) { return null; }

  var p = arrayParser.create(value, function(entry) {
    if (entry !== null) {
      entry = parseDate(entry);
    }
    return entry;
  });

  return p.parse();
};

var parseIntervalArray = function(value) {
  if (!value) { return null; }

  var p = arrayParser.create(value, function(entry) {
    if (entry !== null) {
      entry = parseInterval(entry);
    }
    return entry;
  });

  return p.parse();
};

var parseByteAArray = function(value) {
  if (!value) { return null; }

  return array.parse(value, allowNull(parseByteA));
};

var parseInteger = function(value) {
  return parseInt(value, 10);
};

var parseBigInteger = function(value) {
  var valStr = String(value);
  if (/^\d+$/.test(valStr)) { return valStr; }
  return value;
};

var parseJsonArray = function(value) {
  if (!value) { return null; }

  return array.parse(value, allowNull(JSON.parse));
};

var parsePoint = function(value) {
  if (value[0] !== '(') { return null; }

  value = value.substring( 1, value.length - 1 ).split(',');

  return {
    x: parseFloat(value[0])
  , y: parseFloat(value[1])
  };
};

var parseCircle = function(value) {
  if (value[0] !== '<' && value[1] !== '(') { return null; }

  var point = '(';
  var radius = '';
  var pointParsed = false;
  for (var i = 2; i < value.length - 1; i++){
    if (!pointParsed) {
      point += value[i];
    }

    if (value[i] === ')') {
      pointParsed = true;
      continue;
    } else if (!pointParsed) {
      continue;
    }

    if (value[i] === ','){
      continue;
    }

    radius += value[i];
  }
  var result = parsePoint(point);
  result.radius = parseFloat(radius);

  return result;
};

var init = function(register) {
  register(20, parseBigInteger); // int8
  register(21, parseInteger); // int2
  register(23, parseInteger); // int4
  register(26, parseInteger); // oid
  register(700, parseFloat); // float4/real
  register(701, parseFloat); // float8/double
  register(16, parseBool);
  register(1082, parseDate); // date
  register(1114, parseDate); // timestamp without timezone
  register(1184, parseDate); // timestamp
  register(600, parsePoint); // point
  register(651, parseStringArray); // cidr[]
  register(718, parseCircle); // circle
  register(1000, parseBoolArray);
  register(1001, parseByteAArray);
  register(1005, parseIntegerArray); // _int2
  register(1007, parseIntegerArray); // _int4
  register(1028, parseIntegerArray); // oid[]
  register(1016, parseBigIntegerArray); // _int8
  register(1017, parsePointArray); // point[]
  register(1021, parseFloatArray); // _float4
  register(1022, parseFloatArray); // _float8
  register(1231, parseFloatArray); // _numeric
  register(1014, parseStringArray); //char
  register(1015, parseStringArray); //varchar
  register(1008, parseStringArray);
  register(1009, parseStringArray);
  register(1040, parseStringArray); // macaddr[]
  register(1041, parseStringArray); // inet[]
  register(1115, parseDateArray); // timestamp without time zone[]
  register(1182, parseDateArray); // _date
  register(1185, parseDateArray); // timestamp with time zone[]
  register(1186, parseInterval);
  register(1187, parseIntervalArray);
  register(17, parseByteA);
  register(114, JSON.parse.bind(JSON)); // json
  register(3802, JSON.parse.bind(JSON)); // jsonb
  register(199, parseJsonArray); // json[]
  register(3807, parseJsonArray); // jsonb[]
  register(3907, parseStringArray); // numrange[]
  register(2951, parseStringArray); // uuid[]
  register(791, parseStringArray); // money[]
  register(1183, parseStringArray); // time[]
  register(1270, parseStringArray); // timetz[]
};

module.exports = {
  init: init
};


/***/ }),

/***/ 5042:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const EventEmitter = (__nccwpck_require__(4434).EventEmitter)
const utils = __nccwpck_require__(9652)
const nodeUtils = __nccwpck_require__(9023)
const sasl = __nccwpck_require__(948)
const TypeOverrides = __nccwpck_require__(365)

const ConnectionParameters = __nccwpck_require__(646)
const Query = __nccwpck_require__(4473)
const defaults = __nccwpck_require__(8995)
const Connection = __nccwpck_require__(9809)
const crypto = __nccwpck_require__(4150)

const activeQueryDeprecationNotice = nodeUtils.deprecate(
  () => {},
  'Client.activeQuery is deprecated and will be removed in pg@9.0'
)

const queryQueueDeprecationNotice = nodeUtils.deprecate(
  () => {},
  'Client.queryQueue is deprecated and will be removed in pg@9.0.'
)

const pgPassDeprecationNotice = nodeUtils.deprecate(
  () => {},
  'pgpass support is deprecated and will be removed in pg@9.0. ' +
    'You can provide an async function as the password property to the Client/Pool constructor that returns a password instead. Within this function you can call the pgpass module in your own code.'
)

const byoPromiseDeprecationNotice = nodeUtils.deprecate(
  () => {},
  'Passing a custom Promise implementation to the Client/Pool constructor is deprecated and will be removed in pg@9.0.'
)

const queryQueueLengthDeprecationNotice = nodeUtils.deprecate(
  () => {},
  'Calling client.query() when the client is already executing a query is deprecated and will be removed in pg@9.0. Use async/await or an external async flow control mechanism instead.'
)

function coerceNumberOrDefault(value, defaultValue) {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : defaultValue
  }
  if (typeof value === 'string' && value.trim() !== '') {
    const n = Number(value)
    return Number.isFinite(n) ? n : defaultValue
  }
  return defaultValue
}

class Client extends EventEmitter {
  constructor(config) {
    super()

    this.connectionParameters = new ConnectionParameters(config)
    this.user = this.connectionParameters.user
    this.database = this.connectionParameters.database
    this.port = this.connectionParameters.port
    this.host = this.connectionParameters.host

    // "hiding" the password so it doesn't show up in stack traces
    // or if the client is console.logged
    Object.defineProperty(this, 'password', {
      configurable: true,
      enumerable: false,
      writable: true,
      value: this.connectionParameters.password,
    })

    this.replication = this.connectionParameters.replication

    const c = config || {}

    if (c.Promise) {
      byoPromiseDeprecationNotice()
    }
    this._Promise = c.Promise || global.Promise
    this._types = new TypeOverrides(c.types)
    this._ending = false
    this._ended = false
    this._connecting = false
    this._connected = false
    this._connectionError = false
    this._queryable = true
    this._activeQuery = null
    this._txStatus = null

    this.enableChannelBinding = Boolean(c.enableChannelBinding) // set true to use SCRAM-SHA-256-PLUS when offered
    this.scramMaxIterations = coerceNumberOrDefault(c.scramMaxIterations, sasl.DEFAULT_MAX_SCRAM_ITERATIONS)
    this.connection =
      c.connection ||
      new Connection({
        stream: c.stream,
        ssl: this.connectionParameters.ssl,
        sslNegotiation: this.connectionParameters.sslnegotiation,
        keepAlive: c.keepAlive || false,
        keepAliveInitialDelayMillis: c.keepAliveInitialDelayMillis || 0,
        encoding: this.connectionParameters.client_encoding || 'utf8',
      })
    this._queryQueue = []
    this._sentQueryQueue = []
    this.pipeline = Boolean(c.pipeline)
    this.binary = c.binary || defaults.binary
    this.processID = null
    this.secretKey = null
    this.ssl = this.connectionParameters.ssl || false
    this.sslNegotiation = this.connectionParameters.sslnegotiation || 'postgres'
    // As with Password, make SSL->Key (the private key) non-enumerable.
    // It won't show up in stack traces
    // or if the client is console.logged
    if (this.ssl && this.ssl.key) {
      Object.defineProperty(this.ssl, 'key', {
        enumerable: false,
      })
    }

    this._connectionTimeoutMillis = c.connectionTimeoutMillis || 0
  }

  get activeQuery() {
    activeQueryDeprecationNotice()
    return this._activeQuery
  }

  set activeQuery(val) {
    activeQueryDeprecationNotice()
    this._activeQuery = val
  }

  _getActiveQuery() {
    return this._activeQuery
  }

  _errorAllQueries(err) {
    const enqueueError = (query) => {
      process.nextTick(() => {
        query.handleError(err, this.connection)
      })
    }

    const activeQuery = this._getActiveQuery()
    if (activeQuery) {
      enqueueError(activeQuery)
      this._activeQuery = null
    }

    this._sentQueryQueue.forEach(enqueueError)
    this._sentQueryQueue.length = 0

    this._queryQueue.forEach(enqueueError)
    this._queryQueue.length = 0
  }

  _connect(callback) {
    const self = this
    const con = this.connection
    this._connectionCallback = callback

    if (this._connecting || this._connected) {
      const err = new Error('Client has already been connected. You cannot reuse a client.')
      process.nextTick(() => {
        callback(err)
      })
      return
    }
    this._connecting = true

    if (this._connectionTimeoutMillis > 0) {
      this.connectionTimeoutHandle = setTimeout(() => {
        con._ending = true
        con.stream.destroy(new Error('timeout expired'))
      }, this._connectionTimeoutMillis)

      if (this.connectionTimeoutHandle.unref) {
        this.connectionTimeoutHandle.unref()
      }
    }

    if (this.host && this.host.indexOf('/') === 0) {
      con.connect(this.host + '/.s.PGSQL.' + this.port)
    } else {
      con.connect(this.port, this.host)
    }

    // once connection is established send startup message
    con.on('connect', function () {
      if (self.ssl) {
        // With direct SSL negotiation the connection upgrades to TLS without an
        // SSLRequest packet, so the startup message is sent after 'sslconnect'.
        if (self.sslNegotiation !== 'direct') {
          con.requestSsl()
        }
      } else {
        con.startup(self.getStartupConf())
      }
    })

    con.on('sslconnect', function () {
      con.startup(self.getStartupConf())
    })

    this._attachListeners(con)

    con.once('end', () => {
      const error = this._ending ? new Error('Connection terminated') : new Error('Connection terminated unexpectedly')

      clearTimeout(this.connectionTimeoutHandle)
      this._errorAllQueries(error)
      this._ended = true

      if (!this._ending) {
        // if the connection is ended without us calling .end()
        // on this client then we have an unexpected disconnection
        // treat this as an error unless we've already emitted an error
        // during connection.
        if (this._connecting && !this._connectionError) {
          if (this._connectionCallback) {
            this._connectionCallback(error)
          } else {
            this._handleErrorEvent(error)
          }
        } else if (!this._connectionError) {
          this._handleErrorEvent(error)
        }
      }

      process.nextTick(() => {
        this.emit('end')
      })
    })
  }

  connect(callback) {
    if (callback) {
      this._connect(callback)
      return
    }

    return new this._Promise((resolve, reject) => {
      this._connect((error) => {
        if (error) {
          reject(error)
        } else {
          resolve(this)
        }
      })
    })
  }

  _attachListeners(con) {
    // password request handling
    con.on('authenticationCleartextPassword', this._handleAuthCleartextPassword.bind(this))
    // password request handling
    con.on('authenticationMD5Password', this._handleAuthMD5Password.bind(this))
    // password request handling (SASL)
    con.on('authenticationSASL', this._handleAuthSASL.bind(this))
    con.on('authenticationSASLContinue', this._handleAuthSASLContinue.bind(this))
    con.on('authenticationSASLFinal', this._handleAuthSASLFinal.bind(this))
    con.on('backendKeyData', this._handleBackendKeyData.bind(this))
    con.on('error', this._handleErrorEvent.bind(this))
    con.on('errorMessage', this._handleErrorMessage.bind(this))
    con.on('readyForQuery', this._handleReadyForQuery.bind(this))
    con.on('notice', this._handleNotice.bind(this))
    con.on('rowDescription', this._handleRowDescription.bind(this))
    con.on('dataRow', this._handleDataRow.bind(this))
    con.on('portalSuspended', this._handlePortalSuspended.bind(this))
    con.on('emptyQuery', this._handleEmptyQuery.bind(this))
    con.on('commandComplete', this._handleCommandComplete.bind(this))
    con.on('parseComplete', this._handleParseComplete.bind(this))
    con.on('copyInResponse', this._handleCopyInResponse.bind(this))
    con.on('copyData', this._handleCopyData.bind(this))
    con.on('notification', this._handleNotification.bind(this))
  }

  _getPassword(cb) {
    const con = this.connection
    if (typeof this.password === 'function') {
      this._Promise
        .resolve()
        .then(() => this.password(this.connectionParameters))
        .then((pass) => {
          if (pass !== undefined) {
            if (typeof pass !== 'string') {
              con.emit('error', new TypeError('Password must be a string'))
              return
            }
            this.connectionParameters.password = this.password = pass
          } else {
            this.connectionParameters.password = this.password = null
          }
          cb()
        })
        .catch((err) => {
          con.emit('error', err)
        })
    } else if (this.password !== null) {
      cb()
    } else {
      try {
        const pgPass = __nccwpck_require__(3272)
        pgPass(this.connectionParameters, (pass) => {
          if (undefined !== pass) {
            pgPassDeprecationNotice()
            this.connectionParameters.password = this.password = pass
          }
          cb()
        })
      } catch (e) {
        this.emit('error', e)
      }
    }
  }

  _handleAuthCleartextPassword(msg) {
    this._getPassword(() => {
      this.connection.password(this.password)
    })
  }

  _handleAuthMD5Password(msg) {
    this._getPassword(async () => {
      try {
        const hashedPassword = await crypto.postgresMd5PasswordHash(this.user, this.password, msg.salt)
        this.connection.password(hashedPassword)
      } catch (e) {
        this.emit('error', e)
      }
    })
  }

  _handleAuthSASL(msg) {
    this._getPassword(() => {
      try {
        this.saslSession = sasl.startSession(
          msg.mechanisms,
          this.enableChannelBinding && this.connection.stream,
          this.scramMaxIterations
        )
        this.connection.sendSASLInitialResponseMessage(this.saslSession.mechanism, this.saslSession.response)
      } catch (err) {
        this.connection.emit('error', err)
      }
    })
  }

  async _handleAuthSASLContinue(msg) {
    try {
      await sasl.continueSession(
        this.saslSession,
        this.password,
        msg.data,
        this.enableChannelBinding && this.connection.stream
      )
      this.connection.sendSCRAMClientFinalMessage(this.saslSession.response)
    } catch (err) {
      this.connection.emit('error', err)
    }
  }

  _handleAuthSASLFinal(msg) {
    try {
      sasl.finalizeSession(this.saslSession, msg.data)
      this.saslSession = null
    } catch (err) {
      this.connection.emit('error', err)
    }
  }

  _handleBackendKeyData(msg) {
    this.processID = msg.processID
    this.secretKey = msg.secretKey
  }

  _handleReadyForQuery(msg) {
    if (this._connecting) {
      this._connecting = false
      this._connected = true
      clearTimeout(this.connectionTimeoutHandle)

      // process possible callback argument to Client#connect
      if (this._connectionCallback) {
        this._connectionCallback(null, this)
        // remove callback for proper error handling
        // after the connect event
        this._connectionCallback = null
      }
      this.emit('connect')
    }
    const activeQuery = this._getActiveQuery()
    this._activeQuery = null
    this._txStatus = msg?.status ?? null
    this.readyForQuery = true
    if (activeQuery) {
      activeQuery.handleReadyForQuery(this.connection)
    }
    this._pulseQueryQueue()
  }

  // if we receive an error event or error message
  // during the connection process we handle it here
  _handleErrorWhileConnecting(err) {
    if (this._connectionError) {
      // TODO(bmc): this is swallowing errors - we shouldn't do this
      return
    }
    this._connectionError = true
    clearTimeout(this.connectionTimeoutHandle)
    if (this._connectionCallback) {
      return this._connectionCallback(err)
    }
    this.emit('error', err)
  }

  // if we're connected and we receive an error event from the connection
  // this means the socket is dead - do a hard abort of all queries and emit
  // the socket error on the client as well
  _handleErrorEvent(err) {
    if (this._connecting) {
      return this._handleErrorWhileConnecting(err)
    }
    this._queryable = false
    this._errorAllQueries(err)
    this.emit('error', err)
  }

  // handle error messages from the postgres backend
  _handleErrorMessage(msg) {
    if (this._connecting) {
      return this._handleErrorWhileConnecting(msg)
    }
    const activeQuery = this._getActiveQuery()

    if (!activeQuery) {
      this._handleErrorEvent(msg)
      return
    }

    this._activeQuery = null
    if (activeQuery.name) {
      delete this.connection.submittedNamedStatements[activeQuery.name]
    }
    activeQuery.handleError(msg, this.connection)
  }

  _handleRowDescription(msg) {
    const activeQuery = this._getActiveQuery()
    if (activeQuery == null) {
      const error = new Error('Received unexpected rowDescription message from backend.')
      this._handleErrorEvent(error)
      return
    }
    // delegate rowDescription to active query
    activeQuery.handleRowDescription(msg)
  }

  _handleDataRow(msg) {
    const activeQuery = this._getActiveQuery()
    if (activeQuery == null) {
      const error = new Error('Received unexpected dataRow message from backend.')
      this._handleErrorEvent(error)
      return
    }
    // delegate dataRow to active query
    activeQuery.handleDataRow(msg)
  }

  _handlePortalSuspended(msg) {
    const activeQuery = this._getActiveQuery()
    if (activeQuery == null) {
      const error = new Error('Received unexpected portalSuspended message from backend.')
      this._handleErrorEvent(error)
      return
    }
    // delegate portalSuspended to active query
    activeQuery.handlePortalSuspended(this.connection)
  }

  _handleEmptyQuery(msg) {
    const activeQuery = this._getActiveQuery()
    if (activeQuery == null) {
      const error = new Error('Received unexpected emptyQuery message from backend.')
      this._handleErrorEvent(error)
      return
    }
    // delegate emptyQuery to active query
    activeQuery.handleEmptyQuery(this.connection)
  }

  _handleCommandComplete(msg) {
    const activeQuery = this._getActiveQuery()
    if (activeQuery == null) {
      const error = new Error('Received unexpected commandComplete message from backend.')
      this._handleErrorEvent(error)
      return
    }
    // delegate commandComplete to active query
    activeQuery.handleCommandComplete(msg, this.connection)
  }

  _handleParseComplete() {
    const activeQuery = this._getActiveQuery()
    if (activeQuery == null) {
      const error = new Error('Received unexpected parseComplete message from backend.')
      this._handleErrorEvent(error)
      return
    }
    // if a prepared statement has a name and properly parses
    // we track that its already been executed so we don't parse
    // it again on the same client
    if (activeQuery.name) {
      this.connection.parsedStatements[activeQuery.name] = activeQuery.text
      delete this.connection.submittedNamedStatements[activeQuery.name]
    }
  }

  _handleCopyInResponse(msg) {
    const activeQuery = this._getActiveQuery()
    if (activeQuery == null) {
      const error = new Error('Received unexpected copyInResponse message from backend.')
      this._handleErrorEvent(error)
      return
    }
    activeQuery.handleCopyInResponse(this.connection)
  }

  _handleCopyData(msg) {
    const activeQuery = this._getActiveQuery()
    if (activeQuery == null) {
      const error = new Error('Received unexpected copyData message from backend.')
      this._handleErrorEvent(error)
      return
    }
    activeQuery.handleCopyData(msg, this.connection)
  }

  _handleNotification(msg) {
    this.emit('notification', msg)
  }

  _handleNotice(msg) {
    this.emit('notice', msg)
  }

  getStartupConf() {
    const params = this.connectionParameters

    const data = {
      user: params.user,
      database: params.database,
    }

    const appName = params.application_name || params.fallback_application_name
    if (appName) {
      data.application_name = appName
    }
    if (params.replication) {
      data.replication = '' + params.replication
    }
    if (params.statement_timeout) {
      data.statement_timeout = String(parseInt(params.statement_timeout, 10))
    }
    if (params.lock_timeout) {
      data.lock_timeout = String(parseInt(params.lock_timeout, 10))
    }
    if (params.idle_in_transaction_session_timeout) {
      data.idle_in_transaction_session_timeout = String(parseInt(params.idle_in_transaction_session_timeout, 10))
    }
    if (params.options) {
      data.options = params.options
    }

    return data
  }

  cancel(client, query) {
    if (client.activeQuery === query) {
      const con = this.connection

      if (this.host && this.host.indexOf('/') === 0) {
        con.connect(this.host + '/.s.PGSQL.' + this.port)
      } else {
        con.connect(this.port, this.host)
      }

      // once connection is established send cancel message
      con.on('connect', function () {
        con.cancel(client.processID, client.secretKey)
      })
    } else if (client._queryQueue.indexOf(query) !== -1) {
      client._queryQueue.splice(client._queryQueue.indexOf(query), 1)
    } else if (client._sentQueryQueue.indexOf(query) !== -1) {
      // Query already sent on wire — can't remove it without corrupting the
      // pipeline. No-op the callback so the result is silently discarded.
      query.callback = () => {}
    }
  }

  setTypeParser(oid, format, parseFn) {
    return this._types.setTypeParser(oid, format, parseFn)
  }

  getTypeParser(oid, format) {
    return this._types.getTypeParser(oid, format)
  }

  // escapeIdentifier and escapeLiteral moved to utility functions & exported
  // on PG
  // re-exported here for backwards compatibility
  escapeIdentifier(str) {
    return utils.escapeIdentifier(str)
  }

  escapeLiteral(str) {
    return utils.escapeLiteral(str)
  }

  _pulseQueryQueue() {
    if (this.pipeline) {
      this._pulsePipelinedQueryQueue()
      return
    }
    if (this.readyForQuery === true) {
      this._activeQuery = this._queryQueue.shift()
      const activeQuery = this._getActiveQuery()
      if (activeQuery) {
        this.readyForQuery = false
        this.hasExecuted = true

        const queryError = activeQuery.submit(this.connection)
        if (queryError) {
          process.nextTick(() => {
            activeQuery.handleError(queryError, this.connection)
            this.readyForQuery = true
            this._pulseQueryQueue()
          })
        }
      } else if (this.hasExecuted) {
        this._activeQuery = null
        this.emit('drain')
      }
    }
  }

  _pulsePipelinedQueryQueue() {
    if (!this._connected || !this._queryable) {
      return
    }
    while (this._queryQueue.length > 0) {
      const query = this._queryQueue.shift()
      this.hasExecuted = true
      const queryError = query.submit(this.connection)
      if (queryError) {
        process.nextTick(() => {
          query.handleError(queryError, this.connection)
        })
        continue
      }
      this._sentQueryQueue.push(query)
    }
    if (this.readyForQuery && !this._activeQuery && this._sentQueryQueue.length > 0) {
      this._activeQuery = this._sentQueryQueue.shift()
      this.readyForQuery = false
    }
    if (!this._activeQuery && this._sentQueryQueue.length === 0 && this._queryQueue.length === 0 && this.hasExecuted) {
      this.emit('drain')
    }
  }

  query(config, values, callback) {
    // can take in strings, config object or query object
    let query
    let result

    if (config == null) {
      throw new TypeError('Client was passed a null or undefined query')
    }

    if (typeof config.submit === 'function') {
      result = query = config
      if (!query.callback) {
        if (typeof values === 'function') {
          query.callback = values
        } else if (callback) {
          query.callback = callback
        }
      }
    } else {
      query = new Query(config, values, callback)
      if (!query.callback) {
        result = new this._Promise((resolve, reject) => {
          query.callback = (err, res) => (err ? reject(err) : resolve(res))
        }).catch((err) => {
          // replace the stack trace that leads to `TCP.onStreamRead` with one that leads back to the
          // application that created the query
          Error.captureStackTrace(err)
          throw err
        })
      } else if (typeof query.callback !== 'function') {
        throw new TypeError('callback is not a function')
      }
    }

    const readTimeout = config.query_timeout || this.connectionParameters.query_timeout
    if (readTimeout) {
      const queryCallback = query.callback || (() => {})

      const readTimeoutTimer = setTimeout(() => {
        const error = new Error('Query read timeout')

        process.nextTick(() => {
          query.handleError(error, this.connection)
        })

        queryCallback(error)

        // we already returned an error,
        // just do nothing if query completes
        query.callback = () => {}

        // Remove from queue (only safe if not yet sent)
        const index = this._queryQueue.indexOf(query)
        if (index > -1) {
          this._queryQueue.splice(index, 1)
        } else if (this.pipeline) {
          // Query already sent — the pipeline is blocked until it completes.
          // Destroy the connection to unblock all remaining pipelined queries.
          this.connection.stream.destroy()
          return
        }

        this._pulseQueryQueue()
      }, readTimeout)

      query.callback = (err, res) => {
        clearTimeout(readTimeoutTimer)
        queryCallback(err, res)
      }
    }

    if (this.binary && !query.binary) {
      query.binary = true
    }

    if (query._result && !query._result._types) {
      query._result._types = this._types
    }

    // A query that keeps a portal open across round trips cannot share a pipelined connection: the
    // queries written behind it are answered out of its portal, so rows land on the wrong query and
    // the reads that follow fail with 'portal does not exist'. Refuse it instead of corrupting.
    if (this.pipeline) {
      const portalQuery =
        typeof config.submit === 'function' && !(query instanceof Query)
          ? 'Custom query classes such as pg-cursor and pg-query-stream are'
          : query.rows
          ? 'The `rows` option is'
          : null
      if (portalQuery) {
        process.nextTick(() => {
          query.handleError(new Error(`${portalQuery} not supported in pipeline mode`), this.connection)
        })
        return result
      }
    }

    if (!this._queryable) {
      process.nextTick(() => {
        query.handleError(new Error('Client has encountered a connection error and is not queryable'), this.connection)
      })
      return result
    }

    if (this._ending) {
      process.nextTick(() => {
        query.handleError(new Error('Client was closed and is not queryable'), this.connection)
      })
      return result
    }

    if (this._queryQueue.length > 0 && !this.pipeline) {
      queryQueueLengthDeprecationNotice()
    }
    this._queryQueue.push(query)
    this._pulseQueryQueue()
    return result
  }

  ref() {
    this.connection.ref()
  }

  unref() {
    this.connection.unref()
  }

  getTransactionStatus() {
    return this._txStatus
  }

  end(cb) {
    this._ending = true

    // if we have never connected, then end is a noop, callback immediately
    if (!this.connection._connecting || this._ended) {
      if (cb) {
        cb()
        return
      } else {
        return this._Promise.resolve()
      }
    }

    if (!this._queryable) {
      // socket is dead — force close
      this.connection.stream.destroy()
    } else if (
      this.pipeline &&
      (this._getActiveQuery() || this._sentQueryQueue.length > 0 || this._queryQueue.length > 0)
    ) {
      // pipelined queries are already on the wire (or queued to send) and will
      // complete normally; wait for drain then do a graceful goodbye
      this.once('drain', () => this.connection.end())
    } else if (this._getActiveQuery()) {
      // non-pipeline: a hung query could block end forever — force disconnect
      this.connection.stream.destroy()
    } else {
      this.connection.end()
    }

    if (cb) {
      this.connection.once('end', cb)
    } else {
      return new this._Promise((resolve) => {
        this.connection.once('end', resolve)
      })
    }
  }
  get queryQueue() {
    queryQueueDeprecationNotice()
    return this._queryQueue
  }
}

// expose a Query constructor
Client.Query = Query

module.exports = Client


/***/ }),

/***/ 646:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const dns = __nccwpck_require__(2250)

const defaults = __nccwpck_require__(8995)

const parse = (__nccwpck_require__(6122).parse) // parses a connection string

const val = function (key, config, envVar) {
  if (config[key]) {
    return config[key]
  }

  if (envVar === undefined) {
    envVar = process.env['PG' + key.toUpperCase()]
  } else if (envVar === false) {
    // do nothing ... use false
  } else {
    envVar = process.env[envVar]
  }

  return envVar || defaults[key]
}

const readSSLConfigFromEnvironment = function () {
  switch (process.env.PGSSLMODE) {
    case 'disable':
      return false
    case 'prefer':
    case 'require':
    case 'verify-ca':
    case 'verify-full':
      return true
    case 'no-verify':
      return { rejectUnauthorized: false }
  }
  return defaults.ssl
}

// Convert arg to a string, surround in single quotes, and escape single quotes and backslashes
const quoteParamValue = function (value) {
  return "'" + ('' + value).replace(/\\/g, '\\\\').replace(/'/g, "\\'") + "'"
}

const add = function (params, config, paramName) {
  const value = config[paramName]
  if (value !== undefined && value !== null) {
    params.push(paramName + '=' + quoteParamValue(value))
  }
}

class ConnectionParameters {
  constructor(config) {
    // if a string is passed, it is a raw connection string so we parse it into a config
    config = typeof config === 'string' ? parse(config) : config || {}

    // if the config has a connectionString defined, parse IT into the config we use
    // this will override other default values with what is stored in connectionString
    if (config.connectionString) {
      config = Object.assign({}, config, parse(config.connectionString))
    }

    this.user = val('user', config)
    this.database = val('database', config)

    if (this.database === undefined) {
      this.database = this.user
    }

    this.port = parseInt(val('port', config), 10)
    this.host = val('host', config)

    // "hiding" the password so it doesn't show up in stack traces
    // or if the client is console.logged
    Object.defineProperty(this, 'password', {
      configurable: true,
      enumerable: false,
      writable: true,
      value: val('password', config),
    })

    this.binary = val('binary', config)
    this.options = val('options', config)

    this.ssl = typeof config.ssl === 'undefined' ? readSSLConfigFromEnvironment() : config.ssl

    if (typeof this.ssl === 'string') {
      if (this.ssl === 'true') {
        this.ssl = true
      }
    }
    // support passing in ssl=no-verify via connection string
    if (this.ssl === 'no-verify') {
      this.ssl = { rejectUnauthorized: false }
    }
    if (this.ssl && this.ssl.key) {
      Object.defineProperty(this.ssl, 'key', {
        enumerable: false,
      })
    }

    // How to negotiate SSL: 'postgres' (default, the traditional SSLRequest
    // handshake) or 'direct' (start the TLS handshake immediately on connect).
    this.sslnegotiation = val('sslnegotiation', config, 'PGSSLNEGOTIATION')
    if (this.sslnegotiation !== undefined && this.sslnegotiation !== 'postgres' && this.sslnegotiation !== 'direct') {
      throw new Error(
        `Invalid sslnegotiation value: "${this.sslnegotiation}". Valid values are "postgres" and "direct".`
      )
    }
    if (this.sslnegotiation === 'direct' && !this.ssl) {
      throw new Error('sslnegotiation=direct requires SSL to be enabled')
    }

    this.client_encoding = val('client_encoding', config)
    this.replication = val('replication', config)
    // a domain socket begins with '/'
    this.isDomainSocket = !(this.host || '').indexOf('/')

    this.application_name = val('application_name', config, 'PGAPPNAME')
    this.fallback_application_name = val('fallback_application_name', config, false)
    this.statement_timeout = val('statement_timeout', config, false)
    this.lock_timeout = val('lock_timeout', config, false)
    this.idle_in_transaction_session_timeout = val('idle_in_transaction_session_timeout', config, false)
    this.query_timeout = val('query_timeout', config, false)

    if (config.connectionTimeoutMillis === undefined) {
      this.connect_timeout = process.env.PGCONNECT_TIMEOUT || 0
    } else {
      this.connect_timeout = Math.floor(config.connectionTimeoutMillis / 1000)
    }

    if (config.keepAlive === false) {
      this.keepalives = 0
    } else if (config.keepAlive === true) {
      this.keepalives = 1
    }

    if (typeof config.keepAliveInitialDelayMillis === 'number') {
      this.keepalives_idle = Math.floor(config.keepAliveInitialDelayMillis / 1000)
    }
  }

  getLibpqConnectionString(cb) {
    const params = []
    add(params, this, 'user')
    add(params, this, 'password')
    add(params, this, 'port')
    add(params, this, 'application_name')
    add(params, this, 'fallback_application_name')
    add(params, this, 'connect_timeout')
    add(params, this, 'options')

    const ssl = typeof this.ssl === 'object' ? this.ssl : this.ssl ? { sslmode: this.ssl } : {}
    add(params, ssl, 'sslmode')
    add(params, ssl, 'sslca')
    add(params, ssl, 'sslkey')
    add(params, ssl, 'sslcert')
    add(params, ssl, 'sslrootcert')
    add(params, this, 'sslnegotiation')

    if (this.database) {
      params.push('dbname=' + quoteParamValue(this.database))
    }
    if (this.replication) {
      params.push('replication=' + quoteParamValue(this.replication))
    }
    if (this.host) {
      params.push('host=' + quoteParamValue(this.host))
    }
    if (this.isDomainSocket) {
      return cb(null, params.join(' '))
    }
    if (this.client_encoding) {
      params.push('client_encoding=' + quoteParamValue(this.client_encoding))
    }
    dns.lookup(this.host, function (err, address) {
      if (err) return cb(err, null)
      params.push('hostaddr=' + quoteParamValue(address))
      return cb(null, params.join(' '))
    })
  }
}

module.exports = ConnectionParameters


/***/ }),

/***/ 9809:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const EventEmitter = (__nccwpck_require__(4434).EventEmitter)

const { parse, serialize } = __nccwpck_require__(4233)
const stream = __nccwpck_require__(829)
const { getStream } = stream

const flushBuffer = serialize.flush()
const syncBuffer = serialize.sync()
const endBuffer = serialize.end()

// TODO(bmc) support binary mode at some point
class Connection extends EventEmitter {
  constructor(config) {
    super()
    config = config || {}

    this.stream = config.stream || getStream(config.ssl)
    if (typeof this.stream === 'function') {
      this.stream = this.stream(config)
    }

    this._keepAlive = config.keepAlive
    this._keepAliveInitialDelayMillis = config.keepAliveInitialDelayMillis
    this.parsedStatements = {}
    this.submittedNamedStatements = {}
    this.ssl = config.ssl || false
    this.sslNegotiation = config.sslNegotiation || 'postgres'
    this._ending = false
    this._emitMessage = false
    const self = this
    this.on('newListener', function (eventName) {
      if (eventName === 'message') {
        self._emitMessage = true
      }
    })
  }

  connect(port, host) {
    const self = this

    this._connecting = true
    this.stream.setNoDelay(true)
    this.stream.connect(port, host)

    this.stream.once('connect', function () {
      if (self._keepAlive) {
        self.stream.setKeepAlive(true, self._keepAliveInitialDelayMillis)
      }
      self.emit('connect')
    })

    const reportStreamError = function (error) {
      // errors about disconnections should be ignored during disconnect
      if (self._ending && (error.code === 'ECONNRESET' || error.code === 'EPIPE')) {
        return
      }
      self.emit('error', error)
    }
    this.stream.on('error', reportStreamError)

    this.stream.on('close', function () {
      self.emit('end')
    })

    if (!this.ssl) {
      return this.attachListeners(this.stream)
    }

    // With direct SSL negotiation the TLS handshake starts immediately on the
    // raw socket, skipping the SSLRequest packet and the server's 'S'/'N' reply.
    if (this.sslNegotiation === 'direct') {
      return this.stream.once('connect', function () {
        self.upgradeToSSL(host, reportStreamError)
      })
    }

    this.stream.once('data', function (buffer) {
      const responseCode = buffer.toString('utf8')
      switch (responseCode) {
        case 'S': // Server supports SSL connections, continue with a secure connection
          break
        case 'N': // Server does not support SSL connections
          self.stream.end()
          return self.emit('error', new Error('The server does not support SSL connections'))
        default:
          // Any other response byte, including 'E' (ErrorResponse) indicating a server error
          self.stream.end()
          return self.emit('error', new Error('There was an error establishing an SSL connection'))
      }
      self.upgradeToSSL(host, reportStreamError)
    })
  }

  upgradeToSSL(host, reportStreamError) {
    const self = this
    const options = {
      socket: self.stream,
      // tls.connect checks the server identity against `servername`, falling
      // back to `host` and then to 'localhost'. `servername` must stay unset
      // for IP addresses (see below), so `host` is needed to keep certificate
      // validation working when connecting to an IP address.
      host,
    }

    if (self.ssl !== true) {
      Object.assign(options, self.ssl)

      if ('key' in self.ssl) {
        options.key = self.ssl.key
      }
    }

    // Direct SSL negotiation requires ALPN so the server can confirm it is
    // speaking the PostgreSQL protocol over the TLS connection.
    if (self.sslNegotiation === 'direct') {
      options.ALPNProtocols = ['postgresql']
    }

    // SNI must not be set to an IP address (RFC 6066 section 3)
    const net = __nccwpck_require__(6897)
    if (net.isIP && net.isIP(host) === 0) {
      options.servername = host
    }
    try {
      self.stream = stream.getSecureStream(options)
    } catch (err) {
      return self.emit('error', err)
    }
    self.attachListeners(self.stream)
    self.stream.on('error', reportStreamError)

    self.emit('sslconnect')
  }

  attachListeners(stream) {
    parse(stream, (msg) => {
      const eventName = msg.name === 'error' ? 'errorMessage' : msg.name
      if (this._emitMessage) {
        this.emit('message', msg)
      }
      this.emit(eventName, msg)
    })
  }

  requestSsl() {
    this.stream.write(serialize.requestSsl())
  }

  startup(config) {
    this.stream.write(serialize.startup(config))
  }

  cancel(processID, secretKey) {
    this._send(serialize.cancel(processID, secretKey))
  }

  password(password) {
    this._send(serialize.password(password))
  }

  sendSASLInitialResponseMessage(mechanism, initialResponse) {
    this._send(serialize.sendSASLInitialResponseMessage(mechanism, initialResponse))
  }

  sendSCRAMClientFinalMessage(additionalData) {
    this._send(serialize.sendSCRAMClientFinalMessage(additionalData))
  }

  _send(buffer) {
    if (!this.stream.writable) {
      return false
    }
    return this.stream.write(buffer)
  }

  query(text) {
    this._send(serialize.query(text))
  }

  // send parse message
  parse(query) {
    this._send(serialize.parse(query))
  }

  // send bind message
  bind(config) {
    this._send(serialize.bind(config))
  }

  // send execute message
  execute(config) {
    this._send(serialize.execute(config))
  }

  flush() {
    if (this.stream.writable) {
      this.stream.write(flushBuffer)
    }
  }

  sync() {
    // Sync is the extended-query protocol barrier, not a disconnect.
    // Only end()/Terminate (and connect-timeout teardown) should set _ending.
    this._send(syncBuffer)
  }

  ref() {
    this.stream.ref()
  }

  unref() {
    this.stream.unref()
  }

  end() {
    // 0x58 = 'X'
    this._ending = true
    if (!this._connecting || !this.stream.writable) {
      this.stream.end()
      return
    }
    return this.stream.write(endBuffer, () => {
      this.stream.end()
    })
  }

  close(msg) {
    this._send(serialize.close(msg))
  }

  describe(msg) {
    this._send(serialize.describe(msg))
  }

  sendCopyFromChunk(chunk) {
    this._send(serialize.copyData(chunk))
  }

  endCopyFrom() {
    this._send(serialize.copyDone())
  }

  sendCopyFail(msg) {
    this._send(serialize.copyFail(msg))
  }
}

module.exports = Connection


/***/ }),

/***/ 9765:
/***/ ((module) => {

function x509Error(msg, cert) {
  return new Error('SASL channel binding: ' + msg + ' when parsing public certificate ' + cert.toString('base64'))
}

function readASN1Length(data, index) {
  let length = data[index++]
  if (length < 0x80) return { length, index }

  const lengthBytes = length & 0x7f
  if (lengthBytes > 4) throw x509Error('bad length', data)

  length = 0
  for (let i = 0; i < lengthBytes; i++) {
    length = (length << 8) | data[index++]
  }

  return { length, index }
}

function readASN1OID(data, index) {
  if (data[index++] !== 0x6) throw x509Error('non-OID data', data) // 6 = OID

  const { length: OIDLength, index: indexAfterOIDLength } = readASN1Length(data, index)
  index = indexAfterOIDLength
  const lastIndex = index + OIDLength

  const byte1 = data[index++]
  let oid = ((byte1 / 40) >> 0) + '.' + (byte1 % 40)

  while (index < lastIndex) {
    // loop over numbers in OID
    let value = 0
    while (index < lastIndex) {
      // loop over bytes in number
      const nextByte = data[index++]
      value = (value << 7) | (nextByte & 0x7f)
      if (nextByte < 0x80) break
    }
    oid += '.' + value
  }

  return { oid, index }
}

function expectASN1Seq(data, index) {
  if (data[index++] !== 0x30) throw x509Error('non-sequence data', data) // 30 = Sequence
  return readASN1Length(data, index)
}

function signatureAlgorithmHashFromCertificate(data, index) {
  // read this thread: https://www.postgresql.org/message-id/17760-b6c61e752ec07060%40postgresql.org
  if (index === undefined) index = 0
  index = expectASN1Seq(data, index).index
  const { length: certInfoLength, index: indexAfterCertInfoLength } = expectASN1Seq(data, index)
  index = indexAfterCertInfoLength + certInfoLength // skip over certificate info
  index = expectASN1Seq(data, index).index // skip over signature length field
  const { oid, index: indexAfterOID } = readASN1OID(data, index)
  switch (oid) {
    // RSA
    case '1.2.840.113549.1.1.4':
      return 'MD5'
    case '1.2.840.113549.1.1.5':
      return 'SHA-1'
    case '1.2.840.113549.1.1.11':
      return 'SHA-256'
    case '1.2.840.113549.1.1.12':
      return 'SHA-384'
    case '1.2.840.113549.1.1.13':
      return 'SHA-512'
    case '1.2.840.113549.1.1.14':
      return 'SHA-224'
    case '1.2.840.113549.1.1.15':
      return 'SHA512-224'
    case '1.2.840.113549.1.1.16':
      return 'SHA512-256'
    // ECDSA
    case '1.2.840.10045.4.1':
      return 'SHA-1'
    case '1.2.840.10045.4.3.1':
      return 'SHA-224'
    case '1.2.840.10045.4.3.2':
      return 'SHA-256'
    case '1.2.840.10045.4.3.3':
      return 'SHA-384'
    case '1.2.840.10045.4.3.4':
      return 'SHA-512'
    // RSASSA-PSS: hash is indicated separately
    case '1.2.840.113549.1.1.10': {
      index = indexAfterOID
      index = expectASN1Seq(data, index).index
      if (data[index++] !== 0xa0) throw x509Error('non-tag data', data) // a0 = constructed tag 0
      index = readASN1Length(data, index).index // skip over tag length field
      index = expectASN1Seq(data, index).index // skip over sequence length field
      const { oid: hashOID } = readASN1OID(data, index)
      switch (hashOID) {
        // standalone hash OIDs
        case '1.2.840.113549.2.5':
          return 'MD5'
        case '1.3.14.3.2.26':
          return 'SHA-1'
        case '2.16.840.1.101.3.4.2.1':
          return 'SHA-256'
        case '2.16.840.1.101.3.4.2.2':
          return 'SHA-384'
        case '2.16.840.1.101.3.4.2.3':
          return 'SHA-512'
      }
      throw x509Error('unknown hash OID ' + hashOID, data)
    }
    // Ed25519 -- see https://github.com/openssl/openssl/issues/15477
    case '1.3.101.110':
    case '1.3.101.112': // ph
      return 'SHA-512'
    // Ed448 -- still not in pg 17.2 (if supported, digest would be SHAKE256 x 64 bytes)
    case '1.3.101.111':
    case '1.3.101.113': // ph
      throw x509Error('Ed448 certificate channel binding is not currently supported by Postgres')
  }
  throw x509Error('unknown OID ' + oid, data)
}

module.exports = { signatureAlgorithmHashFromCertificate }


/***/ }),

/***/ 948:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {


const crypto = __nccwpck_require__(4150)
const { signatureAlgorithmHashFromCertificate } = __nccwpck_require__(9765)

// SASLprep (RFC 4013) — minimal in-tree implementation.
//
// Per RFC 5802 §2.2, the SCRAM-SHA-256 client must normalize the password via
// SASLprep before feeding it into PBKDF2. PostgreSQL's server applies the same
// SASLprep when computing the stored verifier, and libpq does the same client
// side, so passwords whose NFKC form differs from the raw form
// would otherwise authenticate against psql/libpq but fail against pg with `28P01`.
//
// We deliberately implement only the three steps that change the byte content:
//   1. RFC 3454 Table C.1.2 (non-ASCII space) → U+0020 SPACE.
//   2. RFC 3454 Table B.1 (commonly mapped to nothing) → empty.
//   3. NFKC normalization.
// We skip the prohibition (RFC 4013 §2.3) and bidi (RFC 3454 §6) checks.
// libpq is forgiving on those paths and Postgres's own SASLprep matches that
// leniency for legacy roles, so omitting the rejection logic keeps existing
// roles working without adding complexity.
function saslprep(password) {
  // RFC 3454 Table C.1.2 — non-ASCII space characters, mapped to U+0020.
  const nonAsciiSpace = /[\u00A0\u1680\u2000-\u200B\u202F\u205F\u3000]/g
  // RFC 3454 Table B.1 — "commonly mapped to nothing". The set intentionally
  // contains zero-width joiners and variation selectors — the very characters
  // ESLint's no-misleading-character-class warns about — because they combine
  // with their neighbors and the RFC strips them for that reason.
  // eslint-disable-next-line no-misleading-character-class
  const mappedToNothing = /[\u00AD\u034F\u1806\u180B\u180C\u180D\u200C\u200D\u2060\uFE00-\uFE0F\uFEFF]/g
  return password.replace(nonAsciiSpace, ' ').replace(mappedToNothing, '').normalize('NFKC')
}

const DEFAULT_MAX_SCRAM_ITERATIONS = 100000

function startSession(mechanisms, stream, scramMaxIterations = DEFAULT_MAX_SCRAM_ITERATIONS) {
  const candidates = ['SCRAM-SHA-256']
  if (stream) candidates.unshift('SCRAM-SHA-256-PLUS') // higher-priority, so placed first

  const mechanism = candidates.find((candidate) => mechanisms.includes(candidate))

  if (!mechanism) {
    throw new Error('SASL: Only mechanism(s) ' + candidates.join(' and ') + ' are supported')
  }

  if (mechanism === 'SCRAM-SHA-256-PLUS' && typeof stream.getPeerCertificate !== 'function') {
    // this should never happen if we are really talking to a Postgres server
    throw new Error('SASL: Mechanism SCRAM-SHA-256-PLUS requires a certificate')
  }

  const clientNonce = crypto.randomBytes(18).toString('base64')
  const gs2Header = mechanism === 'SCRAM-SHA-256-PLUS' ? 'p=tls-server-end-point' : stream ? 'y' : 'n'

  return {
    mechanism,
    clientNonce,
    response: gs2Header + ',,n=*,r=' + clientNonce,
    message: 'SASLInitialResponse',
    scramMaxIterations,
  }
}

async function continueSession(session, password, serverData, stream) {
  if (session.message !== 'SASLInitialResponse') {
    throw new Error('SASL: Last message was not SASLInitialResponse')
  }
  if (typeof password !== 'string') {
    throw new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string')
  }
  if (password === '') {
    throw new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a non-empty string')
  }
  if (typeof serverData !== 'string') {
    throw new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: serverData must be a string')
  }

  const sv = parseServerFirstMessage(serverData)

  if (!sv.nonce.startsWith(session.clientNonce)) {
    throw new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: server nonce does not start with client nonce')
  } else if (sv.nonce.length === session.clientNonce.length) {
    throw new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: server nonce is too short')
  }

  const scramMaxIterations =
    typeof session.scramMaxIterations === 'number' ? session.scramMaxIterations : DEFAULT_MAX_SCRAM_ITERATIONS
  // a value of 0 disables the iteration count check
  if (scramMaxIterations !== 0 && sv.iteration > scramMaxIterations) {
    throw new Error(
      'SASL: SCRAM-SERVER-FIRST-MESSAGE: iteration count ' +
        sv.iteration +
        ' exceeds scramMaxIterations of ' +
        scramMaxIterations
    )
  }

  const clientFirstMessageBare = 'n=*,r=' + session.clientNonce
  const serverFirstMessage = 'r=' + sv.nonce + ',s=' + sv.salt + ',i=' + sv.iteration

  // without channel binding:
  let channelBinding = stream ? 'eSws' : 'biws' // 'y,,' or 'n,,', base64-encoded

  // override if channel binding is in use:
  if (session.mechanism === 'SCRAM-SHA-256-PLUS') {
    const peerCert = stream.getPeerCertificate().raw
    let hashName = signatureAlgorithmHashFromCertificate(peerCert)
    if (hashName === 'MD5' || hashName === 'SHA-1') hashName = 'SHA-256'
    const certHash = await crypto.hashByName(hashName, peerCert)
    const bindingData = Buffer.concat([Buffer.from('p=tls-server-end-point,,'), Buffer.from(certHash)])
    channelBinding = bindingData.toString('base64')
  }

  const clientFinalMessageWithoutProof = 'c=' + channelBinding + ',r=' + sv.nonce
  const authMessage = clientFirstMessageBare + ',' + serverFirstMessage + ',' + clientFinalMessageWithoutProof

  const saltBytes = Buffer.from(sv.salt, 'base64')
  const saltedPassword = await crypto.deriveKey(saslprep(password), saltBytes, sv.iteration)
  const clientKey = await crypto.hmacSha256(saltedPassword, 'Client Key')
  const storedKey = await crypto.sha256(clientKey)
  const clientSignature = await crypto.hmacSha256(storedKey, authMessage)
  const clientProof = xorBuffers(Buffer.from(clientKey), Buffer.from(clientSignature)).toString('base64')
  const serverKey = await crypto.hmacSha256(saltedPassword, 'Server Key')
  const serverSignatureBytes = await crypto.hmacSha256(serverKey, authMessage)

  session.message = 'SASLResponse'
  session.serverSignature = Buffer.from(serverSignatureBytes).toString('base64')
  session.response = clientFinalMessageWithoutProof + ',p=' + clientProof
}

function finalizeSession(session, serverData) {
  if (session.message !== 'SASLResponse') {
    throw new Error('SASL: Last message was not SASLResponse')
  }
  if (typeof serverData !== 'string') {
    throw new Error('SASL: SCRAM-SERVER-FINAL-MESSAGE: serverData must be a string')
  }

  const { serverSignature } = parseServerFinalMessage(serverData)

  if (serverSignature !== session.serverSignature) {
    throw new Error('SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature does not match')
  }
}

/**
 * printable       = %x21-2B / %x2D-7E
 *                   ;; Printable ASCII except ",".
 *                   ;; Note that any "printable" is also
 *                   ;; a valid "value".
 */
function isPrintableChars(text) {
  if (typeof text !== 'string') {
    throw new TypeError('SASL: text must be a string')
  }
  return text
    .split('')
    .map((_, i) => text.charCodeAt(i))
    .every((c) => (c >= 0x21 && c <= 0x2b) || (c >= 0x2d && c <= 0x7e))
}

/**
 * base64-char     = ALPHA / DIGIT / "/" / "+"
 *
 * base64-4        = 4base64-char
 *
 * base64-3        = 3base64-char "="
 *
 * base64-2        = 2base64-char "=="
 *
 * base64          = *base64-4 [base64-3 / base64-2]
 */
function isBase64(text) {
  return /^(?:[a-zA-Z0-9+/]{4})*(?:[a-zA-Z0-9+/]{2}==|[a-zA-Z0-9+/]{3}=)?$/.test(text)
}

function parseAttributePairs(text) {
  if (typeof text !== 'string') {
    throw new TypeError('SASL: attribute pairs text must be a string')
  }

  return new Map(
    text.split(',').map((attrValue) => {
      if (!/^.=/.test(attrValue)) {
        throw new Error('SASL: Invalid attribute pair entry')
      }
      const name = attrValue[0]
      const value = attrValue.substring(2)
      return [name, value]
    })
  )
}

function parseServerFirstMessage(data) {
  const attrPairs = parseAttributePairs(data)

  const nonce = attrPairs.get('r')
  if (!nonce) {
    throw new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: nonce missing')
  } else if (!isPrintableChars(nonce)) {
    throw new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: nonce must only contain printable characters')
  }
  const salt = attrPairs.get('s')
  if (!salt) {
    throw new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: salt missing')
  } else if (!isBase64(salt)) {
    throw new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: salt must be base64')
  }
  const iterationText = attrPairs.get('i')
  if (!iterationText) {
    throw new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: iteration missing')
  } else if (!/^[1-9][0-9]*$/.test(iterationText)) {
    throw new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: invalid iteration count')
  }
  const iteration = parseInt(iterationText, 10)

  return {
    nonce,
    salt,
    iteration,
  }
}

function parseServerFinalMessage(serverData) {
  const attrPairs = parseAttributePairs(serverData)
  const error = attrPairs.get('e')
  const serverSignature = attrPairs.get('v')

  if (error) {
    throw new Error(`SASL: SCRAM-SERVER-FINAL-MESSAGE: server returned error: "${error}"`)
  }

  if (!serverSignature) {
    throw new Error('SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature is missing')
  } else if (!isBase64(serverSignature)) {
    throw new Error('SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature must be base64')
  }
  return {
    serverSignature,
  }
}

function xorBuffers(a, b) {
  if (!Buffer.isBuffer(a)) {
    throw new TypeError('first argument must be a Buffer')
  }
  if (!Buffer.isBuffer(b)) {
    throw new TypeError('second argument must be a Buffer')
  }
  if (a.length !== b.length) {
    throw new Error('Buffer lengths must match')
  }
  if (a.length === 0) {
    throw new Error('Buffers cannot be empty')
  }
  return Buffer.from(a.map((_, i) => a[i] ^ b[i]))
}

module.exports = {
  startSession,
  continueSession,
  finalizeSession,
  DEFAULT_MAX_SCRAM_ITERATIONS,
}


/***/ }),

/***/ 4150:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const nodeCrypto = __nccwpck_require__(6982)

module.exports = {
  postgresMd5PasswordHash,
  randomBytes,
  deriveKey,
  sha256,
  hashByName,
  hmacSha256,
  md5,
}

/**
 * The Web Crypto API - grabbed from the Node.js library or the global
 * @type Crypto
 */
// eslint-disable-next-line no-undef
const webCrypto = nodeCrypto.webcrypto || globalThis.crypto
/**
 * The SubtleCrypto API for low level crypto operations.
 * @type SubtleCrypto
 */
const subtleCrypto = webCrypto.subtle
const textEncoder = new TextEncoder()

/**
 *
 * @param {*} length
 * @returns
 */
function randomBytes(length) {
  return webCrypto.getRandomValues(Buffer.alloc(length))
}

async function md5(string) {
  try {
    return nodeCrypto.createHash('md5').update(string, 'utf-8').digest('hex')
  } catch (e) {
    // `createHash()` failed so we are probably not in Node.js, use the WebCrypto API instead.
    // Note that the MD5 algorithm on WebCrypto is not available in Node.js.
    // This is why we cannot just use WebCrypto in all environments.
    const data = typeof string === 'string' ? textEncoder.encode(string) : string
    const hash = await subtleCrypto.digest('MD5', data)
    return Array.from(new Uint8Array(hash))
      .map((b) => b.toString(16).padStart(2, '0'))
      .join('')
  }
}

// See AuthenticationMD5Password at https://www.postgresql.org/docs/current/static/protocol-flow.html
async function postgresMd5PasswordHash(user, password, salt) {
  const inner = await md5(password + user)
  const outer = await md5(Buffer.concat([Buffer.from(inner), salt]))
  return 'md5' + outer
}

/**
 * Create a SHA-256 digest of the given data
 * @param {Buffer} data
 */
async function sha256(text) {
  return await subtleCrypto.digest('SHA-256', text)
}

async function hashByName(hashName, text) {
  return await subtleCrypto.digest(hashName, text)
}

/**
 * Sign the message with the given key
 * @param {ArrayBuffer} keyBuffer
 * @param {string} msg
 */
async function hmacSha256(keyBuffer, msg) {
  const key = await subtleCrypto.importKey('raw', keyBuffer, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return await subtleCrypto.sign('HMAC', key, textEncoder.encode(msg))
}

/**
 * Derive a key from the password and salt
 * @param {string} password
 * @param {Uint8Array} salt
 * @param {number} iterations
 */
async function deriveKey(password, salt, iterations) {
  const key = await subtleCrypto.importKey('raw', textEncoder.encode(password), 'PBKDF2', false, ['deriveBits'])
  const params = { name: 'PBKDF2', hash: 'SHA-256', salt: salt, iterations: iterations }
  return await subtleCrypto.deriveBits(params, key, 32 * 8, ['deriveBits'])
}


/***/ }),

/***/ 8995:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



let user
try {
  user = process.platform === 'win32' ? process.env.USERNAME : process.env.USER
} catch {
  // ignore, e.g., Deno without --allow-env
}

module.exports = {
  // database host. defaults to localhost
  host: 'localhost',

  // database user's name
  user,

  // name of database to connect
  database: undefined,

  // database user's password
  password: null,

  // a Postgres connection string to be used instead of setting individual connection items
  // NOTE:  Setting this value will cause it to override any other value (such as database or user) defined
  // in the defaults object.
  connectionString: undefined,

  // database port
  port: 5432,

  // number of rows to return at a time from a prepared statement's
  // portal. 0 will return all rows at once
  rows: 0,

  // binary result mode
  binary: false,

  // Connection pool options - see https://github.com/brianc/node-pg-pool

  // number of connections to use in connection pool
  // 0 will disable connection pooling
  max: 10,

  // max milliseconds a client can go unused before it is removed
  // from the pool and destroyed
  idleTimeoutMillis: 30000,

  client_encoding: '',

  ssl: false,

  // SSL negotiation style: 'postgres' (traditional SSLRequest) or 'direct'
  sslnegotiation: undefined,

  application_name: undefined,

  fallback_application_name: undefined,

  options: undefined,

  parseInputDatesAsUTC: false,

  // max milliseconds any query using this connection will execute for before timing out in error.
  // false=unlimited
  statement_timeout: false,

  // Abort any statement that waits longer than the specified duration in milliseconds while attempting to acquire a lock.
  // false=unlimited
  lock_timeout: false,

  // Terminate any session with an open transaction that has been idle for longer than the specified duration in milliseconds
  // false=unlimited
  idle_in_transaction_session_timeout: false,

  // max milliseconds to wait for query to complete (client side)
  query_timeout: false,

  connect_timeout: 0,

  keepalives: 1,

  keepalives_idle: 0,
}

const pgTypes = __nccwpck_require__(1549)
// save default parsers
const parseBigInteger = pgTypes.getTypeParser(20, 'text')
const parseBigIntegerArray = pgTypes.getTypeParser(1016, 'text')

// parse int8 so you can get your count values as actual numbers
module.exports.__defineSetter__('parseInt8', function (val) {
  pgTypes.setTypeParser(20, 'text', val ? pgTypes.getTypeParser(23, 'text') : parseBigInteger)
  pgTypes.setTypeParser(1016, 'text', val ? pgTypes.getTypeParser(1007, 'text') : parseBigIntegerArray)
})


/***/ }),

/***/ 3273:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Client = __nccwpck_require__(5042)
const defaults = __nccwpck_require__(8995)
const Connection = __nccwpck_require__(9809)
const Result = __nccwpck_require__(6424)
const utils = __nccwpck_require__(9652)
const Pool = __nccwpck_require__(7558)
const TypeOverrides = __nccwpck_require__(365)
const { DatabaseError } = __nccwpck_require__(4233)
const { escapeIdentifier, escapeLiteral } = __nccwpck_require__(9652)

const poolFactory = (Client) => {
  return class BoundPool extends Pool {
    constructor(options) {
      super(options, Client)
    }
  }
}

const PG = function (clientConstructor) {
  this.defaults = defaults
  this.Client = clientConstructor
  this.Query = this.Client.Query
  this.Pool = poolFactory(this.Client)
  this._pools = []
  this.Connection = Connection
  this.types = __nccwpck_require__(1549)
  this.DatabaseError = DatabaseError
  this.TypeOverrides = TypeOverrides
  this.escapeIdentifier = escapeIdentifier
  this.escapeLiteral = escapeLiteral
  this.Result = Result
  this.utils = utils
}

let clientConstructor = Client

let forceNative = false
try {
  forceNative = !!process.env.NODE_PG_FORCE_NATIVE
} catch {
  // ignore, e.g., Deno without --allow-env
}

if (forceNative) {
  clientConstructor = __nccwpck_require__(5301)
}

module.exports = new PG(clientConstructor)

// lazy require native module...the native module may not have installed
Object.defineProperty(module.exports, "native", ({
  configurable: true,
  enumerable: false,
  get() {
    let native = null
    try {
      native = new PG(__nccwpck_require__(5301))
    } catch (err) {
      if (err.code !== 'MODULE_NOT_FOUND') {
        throw err
      }
    }

    // overwrite module.exports.native so that getter is never called again
    Object.defineProperty(module.exports, "native", ({
      value: native,
    }))

    return native
  },
}))


/***/ }),

/***/ 8942:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const nodeUtils = __nccwpck_require__(9023)
// eslint-disable-next-line
var Native
// eslint-disable-next-line no-useless-catch
try {
  // Wrap this `require()` in a try-catch to avoid upstream bundlers from complaining that this might not be available since it is an optional import
  Native = __nccwpck_require__(4390)
} catch (e) {
  throw e
}
const TypeOverrides = __nccwpck_require__(365)
const EventEmitter = (__nccwpck_require__(4434).EventEmitter)
const util = __nccwpck_require__(9023)
const ConnectionParameters = __nccwpck_require__(646)

const NativeQuery = __nccwpck_require__(7581)

const queryQueueLengthDeprecationNotice = nodeUtils.deprecate(
  () => {},
  'Calling client.query() when the client is already executing a query is deprecated and will be removed in pg@9.0. Use async/await or an external async flow control mechanism instead.'
)

const Client = (module.exports = function (config) {
  EventEmitter.call(this)
  config = config || {}

  this._Promise = config.Promise || global.Promise
  this._types = new TypeOverrides(config.types)

  this.native = new Native({
    types: this._types,
  })

  this._queryQueue = []
  this._ending = false
  this._connecting = false
  this._connected = false
  this._queryable = true
  this.pipeline = Boolean(config.pipeline)
  this._pipelineInFlight = false

  // keep these on the object for legacy reasons
  // for the time being. TODO: deprecate all this jazz
  const cp = (this.connectionParameters = new ConnectionParameters(config))
  if (config.nativeConnectionString) cp.nativeConnectionString = config.nativeConnectionString
  this.user = cp.user

  // "hiding" the password so it doesn't show up in stack traces
  // or if the client is console.logged
  Object.defineProperty(this, 'password', {
    configurable: true,
    enumerable: false,
    writable: true,
    value: cp.password,
  })
  this.database = cp.database
  this.host = cp.host
  this.port = cp.port

  // a hash to hold named queries
  this.namedQueries = {}
})

Client.Query = NativeQuery

util.inherits(Client, EventEmitter)

Client.prototype._errorAllQueries = function (err) {
  const enqueueError = (query) => {
    process.nextTick(() => {
      query.native = this.native
      query.handleError(err)
    })
  }

  if (this._hasActiveQuery()) {
    enqueueError(this._activeQuery)
    this._activeQuery = null
  }

  this._queryQueue.forEach(enqueueError)
  this._queryQueue.length = 0
}

// connect to the backend
// pass an optional callback to be called once connected
// or with an error if there was a connection error
Client.prototype._connect = function (cb) {
  const self = this

  if (this._connecting) {
    process.nextTick(() => cb(new Error('Client has already been connected. You cannot reuse a client.')))
    return
  }

  this._connecting = true

  this.connectionParameters.getLibpqConnectionString(function (err, conString) {
    if (self.connectionParameters.nativeConnectionString) conString = self.connectionParameters.nativeConnectionString
    if (err) return cb(err)
    self.native.connect(conString, function (err) {
      if (err) {
        self.native.end()
        return cb(err)
      }

      // set internal states to connected
      self._connected = true

      // handle connection errors from the native layer
      self.native.on('error', function (err) {
        self._queryable = false
        self._errorAllQueries(err)
        self.emit('error', err)
      })

      self.native.on('notification', function (msg) {
        self.emit('notification', {
          channel: msg.relname,
          payload: msg.extra,
        })
      })

      // signal we are connected now
      self.emit('connect')
      self._pulseQueryQueue(true)

      cb(null, this)
    })
  })
}

Client.prototype.connect = function (callback) {
  if (callback) {
    this._connect(callback)
    return
  }

  return new this._Promise((resolve, reject) => {
    this._connect((error) => {
      if (error) {
        reject(error)
      } else {
        resolve(this)
      }
    })
  })
}

// send a query to the server
// this method is highly overloaded to take
// 1) string query, optional array of parameters, optional function callback
// 2) object query with {
//    string query
//    optional array values,
//    optional function callback instead of as a separate parameter
//    optional string name to name & cache the query plan
//    optional string rowMode = 'array' for an array of results
//  }
Client.prototype.query = function (config, values, callback) {
  let query
  let result
  let readTimeout
  let readTimeoutTimer
  let queryCallback

  if (config === null || config === undefined) {
    throw new TypeError('Client was passed a null or undefined query')
  } else if (typeof config.submit === 'function') {
    readTimeout = config.query_timeout || this.connectionParameters.query_timeout
    result = query = config
    // accept query(new Query(...), (err, res) => { }) style
    if (typeof values === 'function') {
      config.callback = values
    }
  } else {
    readTimeout = config.query_timeout || this.connectionParameters.query_timeout
    query = new NativeQuery(config, values, callback)
    if (!query.callback) {
      let resolveOut, rejectOut
      result = new this._Promise((resolve, reject) => {
        resolveOut = resolve
        rejectOut = reject
      }).catch((err) => {
        Error.captureStackTrace(err)
        throw err
      })
      query.callback = (err, res) => (err ? rejectOut(err) : resolveOut(res))
    }
  }

  if (readTimeout) {
    queryCallback = query.callback || (() => {})

    readTimeoutTimer = setTimeout(() => {
      const error = new Error('Query read timeout')

      process.nextTick(() => {
        query.handleError(error, this.connection)
      })

      queryCallback(error)

      // we already returned an error,
      // just do nothing if query completes
      query.callback = () => {}

      // Remove from queue
      const index = this._queryQueue.indexOf(query)
      if (index > -1) {
        this._queryQueue.splice(index, 1)
      }

      this._pulseQueryQueue()
    }, readTimeout)

    query.callback = (err, res) => {
      clearTimeout(readTimeoutTimer)
      queryCallback(err, res)
    }
  }

  if (!this._queryable) {
    query.native = this.native
    process.nextTick(() => {
      query.handleError(new Error('Client has encountered a connection error and is not queryable'))
    })
    return result
  }

  if (this._ending) {
    query.native = this.native
    process.nextTick(() => {
      query.handleError(new Error('Client was closed and is not queryable'))
    })
    return result
  }

  if (this._queryQueue.length > 0 && !this.pipeline) {
    queryQueueLengthDeprecationNotice()
  }

  this._queryQueue.push(query)
  this._pulseQueryQueue()
  return result
}

// disconnect from the backend server
Client.prototype.end = function (cb) {
  const self = this

  this._ending = true

  if (this._connecting && !this._connected) {
    this.once('connect', () => {
      this.end(() => {})
    })
  }
  let result
  if (!cb) {
    result = new this._Promise(function (resolve, reject) {
      cb = (err) => (err ? reject(err) : resolve())
    })
  }

  const doEnd = function () {
    self.native.end(function () {
      self._connected = false

      self._errorAllQueries(new Error('Connection terminated'))

      process.nextTick(() => {
        self.emit('end')
        if (cb) cb()
      })
    })
  }

  // If pipeline has in-flight or queued queries, wait for them to drain before closing
  if (this.pipeline && (this._pipelineInFlight || this._queryQueue.length > 0)) {
    this.once('drain', doEnd)
  } else {
    doEnd()
  }
  return result
}

Client.prototype._hasActiveQuery = function () {
  return this._activeQuery && this._activeQuery.state !== 'error' && this._activeQuery.state !== 'end'
}

Client.prototype._pulseQueryQueue = function (initialConnection) {
  if (!this._connected) {
    return
  }
  if (this.pipeline && !initialConnection) {
    return this._pulsePipelinedQueryQueue()
  }
  if (this._hasActiveQuery()) {
    return
  }
  const query = this._queryQueue.shift()
  if (!query) {
    if (!initialConnection) {
      this.emit('drain')
    }
    return
  }
  this._activeQuery = query
  query.submit(this)
  const self = this
  query.once('_done', function () {
    self._pulseQueryQueue()
  })
}

Client.prototype._pulsePipelinedQueryQueue = function () {
  if (!this._connected || this._pipelineInFlight) {
    return
  }
  if (this._queryQueue.length === 0) {
    if (this.hasExecuted) {
      this.emit('drain')
    }
    return
  }

  this._pipelineInFlight = true
  const self = this
  const queries = []
  const nativeQueries = []
  const utils = __nccwpck_require__(9652)

  while (this._queryQueue.length > 0) {
    const query = this._queryQueue.shift()
    this.hasExecuted = true
    nativeQueries.push(query)

    const values = query.values ? query.values.map(utils.prepareValue) : null
    const pipelineEntry = { text: query.text, name: query.name, arrayMode: query._arrayMode }
    if (values) {
      pipelineEntry.values = values
    }
    if (query.name && this.namedQueries[query.name]) {
      pipelineEntry._alreadyPrepared = true
    }
    queries.push(pipelineEntry)
  }

  this.native.pipeline(queries, function (err, results) {
    self._pipelineInFlight = false

    if (err) {
      // Total pipeline failure. Per-query errors arrive on results[i].err, so reaching here means
      // the connection itself is gone: mark it unusable and say so, the way the JS client and the
      // non-pipelined native path both do. Without this the client looks healthy after losing its
      // backend, a Pool never discards it, and everything routed to it fails one query at a time
      // for the life of the process.
      self._connected = false
      self._queryable = false
      for (let i = 0; i < nativeQueries.length; i++) {
        const q = nativeQueries[i]
        q.native = self.native
        q.handleError(err)
      }
      self._errorAllQueries(err)
      self.emit('error', err)
      self.emit('end')
      return
    }

    // Deliver results to each query
    for (let i = 0; i < nativeQueries.length; i++) {
      const q = nativeQueries[i]
      const r = results[i]
      q.native = self.native

      if (r.err) {
        q.handleError(r.err)
      } else {
        // Track named queries on success
        if (q.name) {
          self.namedQueries[q.name] = q.text
        }
        q.state = 'end'
        q.emit('end', r.result)
        if (q.callback) {
          q.callback(null, r.result)
        }
      }

      setImmediate(function () {
        q.emit('_done')
      })
    }

    // Process any queries that arrived while we were reading
    self._pulsePipelinedQueryQueue()
  })
}

// attempt to cancel an in-progress query
Client.prototype.cancel = function (query) {
  if (this._activeQuery === query) {
    this.native.cancel(function () {})
  } else if (this._queryQueue.indexOf(query) !== -1) {
    this._queryQueue.splice(this._queryQueue.indexOf(query), 1)
  }
}

Client.prototype.ref = function () {}
Client.prototype.unref = function () {}

Client.prototype.setTypeParser = function (oid, format, parseFn) {
  return this._types.setTypeParser(oid, format, parseFn)
}

Client.prototype.getTypeParser = function (oid, format) {
  return this._types.getTypeParser(oid, format)
}

Client.prototype.isConnected = function () {
  return this._connected
}

Client.prototype.getTransactionStatus = function () {
  return this.native.getTransactionStatus()
}


/***/ }),

/***/ 5301:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {


module.exports = __nccwpck_require__(8942)


/***/ }),

/***/ 7581:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const EventEmitter = (__nccwpck_require__(4434).EventEmitter)
const util = __nccwpck_require__(9023)
const utils = __nccwpck_require__(9652)

const NativeQuery = (module.exports = function (config, values, callback) {
  EventEmitter.call(this)
  config = utils.normalizeQueryConfig(config, values, callback)
  this.text = config.text
  this.values = config.values
  this.name = config.name
  this.queryMode = config.queryMode
  this.callback = config.callback
  this.state = 'new'
  this._arrayMode = config.rowMode === 'array'

  // if the 'row' event is listened for
  // then emit them as they come in
  // without setting singleRowMode to true
  // this has almost no meaning because libpq
  // reads all rows into memory before returning any
  this._emitRowEvents = false
  this.on(
    'newListener',
    function (event) {
      if (event === 'row') this._emitRowEvents = true
    }.bind(this)
  )
})

util.inherits(NativeQuery, EventEmitter)

const errorFieldMap = {
  sqlState: 'code',
  statementPosition: 'position',
  messagePrimary: 'message',
  messageDetail: 'detail',
  messageHint: 'hint',
  context: 'where',
  schemaName: 'schema',
  tableName: 'table',
  columnName: 'column',
  dataTypeName: 'dataType',
  constraintName: 'constraint',
  sourceFile: 'file',
  sourceLine: 'line',
  sourceFunction: 'routine',
}

NativeQuery.prototype.handleError = function (err) {
  // copy pq error fields into the error object
  const fields = this.native && this.native.pq.resultErrorFields()
  if (fields) {
    for (const key in fields) {
      const normalizedFieldName = errorFieldMap[key] || key
      err[normalizedFieldName] = fields[key]
    }
  }
  if (this.callback) {
    this.callback(err)
  } else {
    this.emit('error', err)
  }
  this.state = 'error'
}

NativeQuery.prototype.then = function (onSuccess, onFailure) {
  return this._getPromise().then(onSuccess, onFailure)
}

NativeQuery.prototype.catch = function (callback) {
  return this._getPromise().catch(callback)
}

NativeQuery.prototype._getPromise = function () {
  if (this._promise) return this._promise
  this._promise = new Promise(
    function (resolve, reject) {
      this._once('end', resolve)
      this._once('error', reject)
    }.bind(this)
  )
  return this._promise
}

NativeQuery.prototype.submit = function (client) {
  this.state = 'running'
  const self = this
  this.native = client.native
  client.native.arrayMode = this._arrayMode

  let after = function (err, rows, results) {
    client.native.arrayMode = false
    setImmediate(function () {
      self.emit('_done')
    })

    // handle possible query error
    if (err) {
      return self.handleError(err)
    }

    // emit row events for each row in the result
    if (self._emitRowEvents) {
      if (results.length > 1) {
        rows.forEach((rowOfRows, i) => {
          rowOfRows.forEach((row) => {
            self.emit('row', row, results[i])
          })
        })
      } else {
        rows.forEach(function (row) {
          self.emit('row', row, results)
        })
      }
    }

    // handle successful result
    self.state = 'end'
    self.emit('end', results)
    if (self.callback) {
      self.callback(null, results)
    }
  }

  if (process.domain) {
    after = process.domain.bind(after)
  }

  // named query
  if (this.name) {
    if (this.name.length > 63) {
      console.error('Warning! Postgres only supports 63 characters for query names.')
      console.error('You supplied %s (%s)', this.name, this.name.length)
      console.error('This can cause conflicts and silent errors executing queries')
    }
    const values = (this.values || []).map(utils.prepareValue)

    // check if the client has already executed this named query
    // if so...just execute it again - skip the planning phase
    if (client.namedQueries[this.name] !== undefined) {
      if (this.text && client.namedQueries[this.name] !== this.text) {
        const err = new Error(`Prepared statements must be unique - '${this.name}' was used for a different statement`)
        return after(err)
      }
      return client.native.execute(this.name, values, after)
    }
    // plan the named query the first time, then execute it
    return client.native.prepare(this.name, this.text, values.length, function (err) {
      if (err) return after(err)
      client.namedQueries[self.name] = self.text
      return self.native.execute(self.name, values, after)
    })
  } else if (this.values) {
    if (!Array.isArray(this.values)) {
      const err = new Error('Query values must be an array')
      return after(err)
    }
    const vals = this.values.map(utils.prepareValue)
    client.native.query(this.text, vals, after)
  } else if (this.queryMode === 'extended') {
    client.native.query(this.text, [], after)
  } else {
    client.native.query(this.text, after)
  }
}


/***/ }),

/***/ 4473:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const { EventEmitter } = __nccwpck_require__(4434)

const Result = __nccwpck_require__(6424)
const utils = __nccwpck_require__(9652)

class Query extends EventEmitter {
  constructor(config, values, callback) {
    super()

    config = utils.normalizeQueryConfig(config, values, callback)

    this.text = config.text
    this.values = config.values
    this.rows = config.rows
    this.types = config.types
    this.name = config.name
    this.queryMode = config.queryMode
    this.binary = config.binary
    // use unique portal name each time
    this.portal = config.portal || ''
    this.callback = config.callback
    this._rowMode = config.rowMode
    if (process.domain && config.callback) {
      this.callback = process.domain.bind(config.callback)
    }
    this._result = new Result(this._rowMode, this.types)

    // potential for multiple results
    this._results = this._result
    this._canceledDueToError = false
  }

  requiresPreparation() {
    if (this.queryMode === 'extended') {
      return true
    }

    // named queries must always be prepared
    if (this.name) {
      return true
    }
    // always prepare if there are max number of rows expected per
    // portal execution
    if (this.rows) {
      return true
    }
    // don't prepare empty text queries
    if (!this.text) {
      return false
    }
    // prepare if there are values
    if (!this.values) {
      return false
    }
    return this.values.length > 0
  }

  _checkForMultirow() {
    // if we already have a result with a command property
    // then we've already executed one query in a multi-statement simple query
    // turn our results into an array of results
    if (this._result.command) {
      if (!Array.isArray(this._results)) {
        this._results = [this._result]
      }
      this._result = new Result(this._rowMode, this._result._types)
      this._results.push(this._result)
    }
  }

  // associates row metadata from the supplied
  // message with this query object
  // metadata used when parsing row results
  handleRowDescription(msg) {
    this._checkForMultirow()
    this._result.addFields(msg.fields)
    this._accumulateRows = this.callback || !this.listeners('row').length
  }

  handleDataRow(msg) {
    let row

    if (this._canceledDueToError) {
      return
    }

    try {
      row = this._result.parseRow(msg.fields)
    } catch (err) {
      this._canceledDueToError = err
      return
    }

    this.emit('row', row, this._result)
    if (this._accumulateRows) {
      this._result.addRow(row)
    }
  }

  handleCommandComplete(msg, connection) {
    this._checkForMultirow()
    this._result.addCommandComplete(msg)
    // need to sync after each command complete of a prepared statement
    // if we were using a row count which results in multiple calls to _getRows
    if (this.rows) {
      connection.sync()
    }
  }

  // if a named prepared statement is created with empty query text
  // the backend will send an emptyQuery message but *not* a command complete message
  // since we pipeline sync immediately after execute we don't need to do anything here
  // unless we have rows specified, in which case we did not pipeline the initial sync call
  handleEmptyQuery(connection) {
    if (this.rows) {
      connection.sync()
    }
  }

  handleError(err, connection) {
    // need to sync after error during a prepared statement
    if (this._canceledDueToError) {
      err = this._canceledDueToError
      this._canceledDueToError = false
    }
    // if callback supplied do not emit error event as uncaught error
    // events will bubble up to node process
    if (this.callback) {
      return this.callback(err)
    }
    this.emit('error', err)
  }

  handleReadyForQuery(con) {
    if (this._canceledDueToError) {
      return this.handleError(this._canceledDueToError, con)
    }
    if (this.callback) {
      try {
        this.callback(null, this._results)
      } catch (err) {
        process.nextTick(() => {
          throw err
        })
      }
    }
    this.emit('end', this._results)
  }

  submit(connection) {
    if (typeof this.text !== 'string' && typeof this.name !== 'string') {
      return new Error('A query must have either text or a name. Supplying neither is unsupported.')
    }
    const previous = connection.parsedStatements[this.name] || connection.submittedNamedStatements[this.name]
    if (this.text && previous && this.text !== previous) {
      return new Error(`Prepared statements must be unique - '${this.name}' was used for a different statement`)
    }
    if (this.values && !Array.isArray(this.values)) {
      return new Error('Query values must be an array')
    }
    if (this.requiresPreparation()) {
      // If we're using the extended query protocol we fire off several separate commands
      // to the backend. On some versions of node & some operating system versions
      // the network stack writes each message separately instead of buffering them together
      // causing the client & network to send more slowly. Corking & uncorking the stream
      // allows node to buffer up the messages internally before sending them all off at once.
      // note: we're checking for existence of cork/uncork because some versions of streams
      // might not have this (cloudflare?)
      connection.stream.cork && connection.stream.cork()
      try {
        this.prepare(connection)
      } finally {
        // while unlikely for this.prepare to throw, if it does & we don't uncork this stream
        // this client becomes unresponsive, so put in finally block "just in case"
        connection.stream.uncork && connection.stream.uncork()
      }
    } else {
      connection.query(this.text)
    }
    return null
  }

  hasBeenParsed(connection) {
    return (
      this.name &&
      (connection.parsedStatements[this.name] !== undefined ||
        connection.submittedNamedStatements[this.name] !== undefined)
    )
  }

  handlePortalSuspended(connection) {
    this._getRows(connection, this.rows)
  }

  _getRows(connection, rows) {
    connection.execute({
      portal: this.portal,
      rows: rows,
    })
    // if we're not reading pages of rows send the sync command
    // to indicate the pipeline is finished
    if (!rows) {
      connection.sync()
    } else {
      // otherwise flush the call out to read more rows
      connection.flush()
    }
  }

  // http://developer.postgresql.org/pgdocs/postgres/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
  prepare(connection) {
    // TODO refactor this poor encapsulation
    if (!this.hasBeenParsed(connection)) {
      connection.parse({
        text: this.text,
        name: this.name,
        types: this.types,
      })
      if (this.name) {
        connection.submittedNamedStatements[this.name] = this.text
      }
    }

    // because we're mapping user supplied values to
    // postgres wire protocol compatible values it could
    // throw an exception, so try/catch this section
    try {
      connection.bind({
        portal: this.portal,
        statement: this.name,
        values: this.values,
        binary: this.binary,
        valueMapper: utils.prepareValue,
      })
    } catch (err) {
      // we should close parse to avoid leaking connections
      connection.close({ type: 'S', name: this.name })
      connection.sync()

      this.handleError(err, connection)
      return
    }

    connection.describe({
      type: 'P',
      name: this.portal || '',
    })

    this._getRows(connection, this.rows)
  }

  handleCopyInResponse(connection) {
    connection.sendCopyFail('No source stream defined')
  }

  handleCopyData(msg, connection) {
    // noop
  }
}

module.exports = Query


/***/ }),

/***/ 6424:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const types = __nccwpck_require__(1549)

const matchRegexp = /^([A-Za-z]+)(?: (\d+))?(?: (\d+))?/

// result object returned from query
// in the 'end' event and also
// passed as second argument to provided callback
class Result {
  constructor(rowMode, types) {
    this.command = null
    this.rowCount = null
    this.oid = null
    this.rows = []
    this.fields = []
    this._parsers = undefined
    this._types = types
    this.RowCtor = null
    this.rowAsArray = rowMode === 'array'
    if (this.rowAsArray) {
      this.parseRow = this._parseRowAsArray
    }
    this._prebuiltEmptyResultObject = null
  }

  // adds a command complete message
  addCommandComplete(msg) {
    let match
    if (msg.text) {
      // pure javascript
      match = matchRegexp.exec(msg.text)
    } else {
      // native bindings
      match = matchRegexp.exec(msg.command)
    }
    if (match) {
      this.command = match[1]
      if (match[3]) {
        // COMMAND OID ROWS
        this.oid = parseInt(match[2], 10)
        this.rowCount = parseInt(match[3], 10)
      } else if (match[2]) {
        // COMMAND ROWS
        this.rowCount = parseInt(match[2], 10)
      }
    }
  }

  _parseRowAsArray(rowData) {
    const row = new Array(rowData.length)
    for (let i = 0, len = rowData.length; i < len; i++) {
      const rawValue = rowData[i]
      if (rawValue !== null) {
        row[i] = this._parsers[i](rawValue)
      } else {
        row[i] = null
      }
    }
    return row
  }

  parseRow(rowData) {
    const row = { ...this._prebuiltEmptyResultObject }
    for (let i = 0, len = rowData.length; i < len; i++) {
      const rawValue = rowData[i]
      const field = this.fields[i].name
      if (rawValue !== null) {
        const v = this.fields[i].format === 'binary' ? Buffer.from(rawValue) : rawValue
        row[field] = this._parsers[i](v)
      } else {
        row[field] = null
      }
    }
    return row
  }

  addRow(row) {
    this.rows.push(row)
  }

  addFields(fieldDescriptions) {
    // clears field definitions
    // multiple query statements in 1 action can result in multiple sets
    // of rowDescriptions...eg: 'select NOW(); select 1::int;'
    // you need to reset the fields
    this.fields = fieldDescriptions
    if (this.fields.length) {
      this._parsers = new Array(fieldDescriptions.length)
    }

    const row = Object.create(null)

    for (let i = 0; i < fieldDescriptions.length; i++) {
      const desc = fieldDescriptions[i]
      row[desc.name] = null

      if (this._types) {
        this._parsers[i] = this._types.getTypeParser(desc.dataTypeID, desc.format || 'text')
      } else {
        this._parsers[i] = types.getTypeParser(desc.dataTypeID, desc.format || 'text')
      }
    }

    this._prebuiltEmptyResultObject = { ...row }
  }
}

module.exports = Result


/***/ }),

/***/ 829:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { getStream, getSecureStream } = getStreamFuncs()

module.exports = {
  /**
   * Get a socket stream compatible with the current runtime environment.
   * @returns {Duplex}
   */
  getStream,
  /**
   * Get a TLS secured socket, compatible with the current environment,
   * using the socket and other settings given in `options`.
   * @returns {Duplex}
   */
  getSecureStream,
}

/**
 * The stream functions that work in Node.js
 */
function getNodejsStreamFuncs() {
  function getStream(ssl) {
    const net = __nccwpck_require__(6897)
    return new net.Socket()
  }

  function getSecureStream(options) {
    const tls = __nccwpck_require__(4756)
    return tls.connect(options)
  }
  return {
    getStream,
    getSecureStream,
  }
}

/**
 * The stream functions that work in Cloudflare Workers
 */
function getCloudflareStreamFuncs() {
  function getStream(ssl) {
    const { CloudflareSocket } = __nccwpck_require__(785)
    return new CloudflareSocket(ssl)
  }

  function getSecureStream(options) {
    options.socket.startTls(options)
    return options.socket
  }
  return {
    getStream,
    getSecureStream,
  }
}

/**
 * Are we running in a Cloudflare Worker?
 *
 * @returns true if the code is currently running inside a Cloudflare Worker.
 */
function isCloudflareRuntime() {
  // Since 2022-03-21 the `global_navigator` compatibility flag is on for Cloudflare Workers
  // which means that `navigator.userAgent` will be defined.
  // eslint-disable-next-line no-undef
  if (typeof navigator === 'object' && navigator !== null && typeof navigator.userAgent === 'string') {
    // eslint-disable-next-line no-undef
    return navigator.userAgent === 'Cloudflare-Workers'
  }
  // In case `navigator` or `navigator.userAgent` is not defined then try a more sneaky approach
  if (typeof Response === 'function') {
    const resp = new Response(null, { cf: { thing: true } })
    if (typeof resp.cf === 'object' && resp.cf !== null && resp.cf.thing) {
      return true
    }
  }
  return false
}

function getStreamFuncs() {
  if (isCloudflareRuntime()) {
    return getCloudflareStreamFuncs()
  }
  return getNodejsStreamFuncs()
}


/***/ }),

/***/ 365:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const types = __nccwpck_require__(1549)

function TypeOverrides(userTypes) {
  this._types = userTypes || types
  this.text = {}
  this.binary = {}
}

TypeOverrides.prototype.getOverrides = function (format) {
  switch (format) {
    case 'text':
      return this.text
    case 'binary':
      return this.binary
    default:
      return {}
  }
}

TypeOverrides.prototype.setTypeParser = function (oid, format, parseFn) {
  if (typeof format === 'function') {
    parseFn = format
    format = 'text'
  }
  this.getOverrides(format)[oid] = parseFn
}

TypeOverrides.prototype.getTypeParser = function (oid, format) {
  format = format || 'text'
  return this.getOverrides(format)[oid] || this._types.getTypeParser(oid, format)
}

module.exports = TypeOverrides


/***/ }),

/***/ 9652:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const defaults = __nccwpck_require__(8995)
const nodeUtils = __nccwpck_require__(9023)

const { isDate } = __nccwpck_require__(8253)

const invalidDateDeprecationNotice = nodeUtils.deprecate(
  () => {},
  'Sending an invalid date to Postgres is deprecated and will throw an error in the next major version of pg. Ensure any Date object passed as a query parameter is valid.',
  'PG_INVALID_DATE'
)

function escapeElement(elementRepresentation) {
  const escaped = elementRepresentation.replace(/\\/g, '\\\\').replace(/"/g, '\\"')

  return '"' + escaped + '"'
}

// convert a JS array to a postgres array literal
// uses comma separator so won't work for types like box that use
// a different array separator.
function arrayString(val) {
  let result = '{'
  for (let i = 0; i < val.length; i++) {
    if (i > 0) {
      result += ','
    }
    let item = val[i]
    if (item == null) {
      result += 'NULL'
    } else if (Array.isArray(item)) {
      result += arrayString(item)
    } else if (ArrayBuffer.isView(item)) {
      if (!(item instanceof Buffer)) {
        item = Buffer.from(item.buffer, item.byteOffset, item.byteLength)
      }
      result += '\\\\x' + item.toString('hex')
    } else {
      result += escapeElement(prepareValue(item))
    }
  }
  result += '}'
  return result
}

// converts values from javascript types
// to their 'raw' counterparts for use as a postgres parameter
// note: you can override this function to provide your own conversion mechanism
// for complex types, etc...
const prepareValue = function (val, seen) {
  // null and undefined are both null for postgres
  if (val == null) {
    return null
  }
  if (typeof val === 'object') {
    if (val instanceof Buffer) {
      return val
    }
    if (ArrayBuffer.isView(val)) {
      return Buffer.from(val.buffer, val.byteOffset, val.byteLength)
    }
    if (isDate(val)) {
      if (isNaN(val.getTime())) {
        invalidDateDeprecationNotice()
      }
      if (defaults.parseInputDatesAsUTC) {
        return dateToStringUTC(val)
      } else {
        return dateToString(val)
      }
    }
    if (Array.isArray(val)) {
      return arrayString(val)
    }

    return prepareObject(val, seen)
  }
  return val.toString()
}

function prepareObject(val, seen) {
  if (val && typeof val.toPostgres === 'function') {
    seen = seen || []
    if (seen.indexOf(val) !== -1) {
      throw new Error('circular reference detected while preparing "' + val + '" for query')
    }
    seen.push(val)

    return prepareValue(val.toPostgres(prepareValue), seen)
  }
  return JSON.stringify(val)
}

function dateToString(date) {
  let offset = -date.getTimezoneOffset()

  let year = date.getFullYear()
  const isBCYear = year < 1
  if (isBCYear) year = Math.abs(year) + 1 // negative years are 1 off their BC representation

  let ret =
    String(year).padStart(4, '0') +
    '-' +
    String(date.getMonth() + 1).padStart(2, '0') +
    '-' +
    String(date.getDate()).padStart(2, '0') +
    'T' +
    String(date.getHours()).padStart(2, '0') +
    ':' +
    String(date.getMinutes()).padStart(2, '0') +
    ':' +
    String(date.getSeconds()).padStart(2, '0') +
    '.' +
    String(date.getMilliseconds()).padStart(3, '0')

  if (offset < 0) {
    ret += '-'
    offset *= -1
  } else {
    ret += '+'
  }

  ret += String(Math.floor(offset / 60)).padStart(2, '0') + ':' + String(offset % 60).padStart(2, '0')
  if (isBCYear) ret += ' BC'
  return ret
}

function dateToStringUTC(date) {
  let year = date.getUTCFullYear()
  const isBCYear = year < 1
  if (isBCYear) year = Math.abs(year) + 1 // negative years are 1 off their BC representation

  let ret =
    String(year).padStart(4, '0') +
    '-' +
    String(date.getUTCMonth() + 1).padStart(2, '0') +
    '-' +
    String(date.getUTCDate()).padStart(2, '0') +
    'T' +
    String(date.getUTCHours()).padStart(2, '0') +
    ':' +
    String(date.getUTCMinutes()).padStart(2, '0') +
    ':' +
    String(date.getUTCSeconds()).padStart(2, '0') +
    '.' +
    String(date.getUTCMilliseconds()).padStart(3, '0')

  ret += '+00:00'
  if (isBCYear) ret += ' BC'
  return ret
}

function normalizeQueryConfig(config, values, callback) {
  // can take in strings or config objects
  // Copy config so normalization does not mutate the caller's object.
  config = typeof config === 'string' ? { text: config } : cloneQueryConfig(config)
  if (values) {
    if (typeof values === 'function') {
      config.callback = values
    } else {
      config.values = values
    }
  }
  if (callback) {
    config.callback = callback
  }
  return config
}

function cloneQueryConfig(config) {
  if (config == null) {
    return config
  }
  return Object.defineProperties(Object.create(Object.getPrototypeOf(config)), Object.getOwnPropertyDescriptors(config))
}

// Ported from PostgreSQL 9.2.4 source code in src/interfaces/libpq/fe-exec.c
const escapeIdentifier = function (str) {
  return '"' + str.replace(/"/g, '""') + '"'
}

const escapeLiteral = function (str) {
  let hasBackslash = false
  let escaped = "'"

  if (str == null) {
    return "''"
  }

  if (typeof str !== 'string') {
    return "''"
  }

  for (let i = 0; i < str.length; i++) {
    const c = str[i]
    if (c === "'") {
      escaped += c + c
    } else if (c === '\\') {
      escaped += c + c
      hasBackslash = true
    } else {
      escaped += c
    }
  }

  escaped += "'"

  if (hasBackslash === true) {
    escaped = ' E' + escaped
  }

  return escaped
}

module.exports = {
  prepareValue: function prepareValueWrapper(value) {
    // this ensures that extra arguments do not get passed into prepareValue
    // by accident, eg: from calling values.map(utils.prepareValue)
    return prepareValue(value)
  },
  normalizeQueryConfig,
  escapeIdentifier,
  escapeLiteral,
}


/***/ }),

/***/ 8702:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



var path = __nccwpck_require__(6928)
  , Stream = (__nccwpck_require__(2203).Stream)
  , split = __nccwpck_require__(5286)
  , util = __nccwpck_require__(9023)
  , defaultPort = 5432
  , isWin = (process.platform === 'win32')
  , warnStream = process.stderr
;


var S_IRWXG = 56     //    00070(8)
  , S_IRWXO = 7      //    00007(8)
  , S_IFMT  = 61440  // 00170000(8)
  , S_IFREG = 32768  //  0100000(8)
;
function isRegFile(mode) {
    return ((mode & S_IFMT) == S_IFREG);
}

var fieldNames = [ 'host', 'port', 'database', 'user', 'password' ];
var nrOfFields = fieldNames.length;
var passKey = fieldNames[ nrOfFields -1 ];


function warn() {
    var isWritable = (
        warnStream instanceof Stream &&
          true === warnStream.writable
    );

    if (isWritable) {
        var args = Array.prototype.slice.call(arguments).concat("\n");
        warnStream.write( util.format.apply(util, args) );
    }
}


Object.defineProperty(module.exports, "isWin", ({
    get : function() {
        return isWin;
    } ,
    set : function(val) {
        isWin = val;
    }
}));


module.exports.warnTo = function(stream) {
    var old = warnStream;
    warnStream = stream;
    return old;
};

module.exports.getFileName = function(rawEnv){
    var env = rawEnv || process.env;
    var file = env.PGPASSFILE || (
        isWin ?
          path.join( env.APPDATA || './' , 'postgresql', 'pgpass.conf' ) :
          path.join( env.HOME || './', '.pgpass' )
    );
    return file;
};

module.exports.usePgPass = function(stats, fname) {
    if (Object.prototype.hasOwnProperty.call(process.env, 'PGPASSWORD')) {
        return false;
    }

    if (isWin) {
        return true;
    }

    fname = fname || '<unkn>';

    if (! isRegFile(stats.mode)) {
        warn('WARNING: password file "%s" is not a plain file', fname);
        return false;
    }

    if (stats.mode & (S_IRWXG | S_IRWXO)) {
        /* If password file is insecure, alert the user and ignore it. */
        warn('WARNING: password file "%s" has group or world access; permissions should be u=rw (0600) or less', fname);
        return false;
    }

    return true;
};


var matcher = module.exports.match = function(connInfo, entry) {
    return fieldNames.slice(0, -1).reduce(function(prev, field, idx){
        if (idx == 1) {
            // the port
            if ( Number( connInfo[field] || defaultPort ) === Number( entry[field] ) ) {
                return prev && true;
            }
        }
        return prev && (
            entry[field] === '*' ||
              entry[field] === connInfo[field]
        );
    }, true);
};


module.exports.getPassword = function(connInfo, stream, cb) {
    var pass;
    var lineStream = stream.pipe(split());

    function onLine(line) {
        var entry = parseLine(line);
        if (entry && isValidEntry(entry) && matcher(connInfo, entry)) {
            pass = entry[passKey];
            lineStream.end(); // -> calls onEnd(), but pass is set now
        }
    }

    var onEnd = function() {
        stream.destroy();
        cb(pass);
    };

    var onErr = function(err) {
        stream.destroy();
        warn('WARNING: error on reading file: %s', err);
        cb(undefined);
    };

    stream.on('error', onErr);
    lineStream
        .on('data', onLine)
        .on('end', onEnd)
        .on('error', onErr)
    ;

};


var parseLine = module.exports.parseLine = function(line) {
    if (line.length < 11 || line.match(/^\s+#/)) {
        return null;
    }

    var curChar = '';
    var prevChar = '';
    var fieldIdx = 0;
    var startIdx = 0;
    var endIdx = 0;
    var obj = {};
    var isLastField = false;
    var addToObj = function(idx, i0, i1) {
        var field = line.substring(i0, i1);

        if (! Object.hasOwnProperty.call(process.env, 'PGPASS_NO_DEESCAPE')) {
            field = field.replace(/\\([:\\])/g, '$1');
        }

        obj[ fieldNames[idx] ] = field;
    };

    for (var i = 0 ; i < line.length-1 ; i += 1) {
        curChar = line.charAt(i+1);
        prevChar = line.charAt(i);

        isLastField = (fieldIdx == nrOfFields-1);

        if (isLastField) {
            addToObj(fieldIdx, startIdx);
            break;
        }

        if (i >= 0 && curChar == ':' && prevChar !== '\\') {
            addToObj(fieldIdx, startIdx, i+1);

            startIdx = i+2;
            fieldIdx += 1;
        }
    }

    obj = ( Object.keys(obj).length === nrOfFields ) ? obj : null;

    return obj;
};


var isValidEntry = module.exports.isValidEntry = function(entry){
    var rules = {
        // host
        0 : function(x){
            return x.length > 0;
        } ,
        // port
        1 : function(x){
            if (x === '*') {
                return true;
            }
            x = Number(x);
            return (
                isFinite(x) &&
                  x > 0 &&
                  x < 9007199254740992 &&
                  Math.floor(x) === x
            );
        } ,
        // database
        2 : function(x){
            return x.length > 0;
        } ,
        // username
        3 : function(x){
            return x.length > 0;
        } ,
        // password
        4 : function(x){
            return x.length > 0;
        }
    };

    for (var idx = 0 ; idx < fieldNames.length ; idx += 1) {
        var rule = rules[idx];
        var value = entry[ fieldNames[idx] ] || '';

        var res = rule(value);
        if (!res) {
            return false;
        }
    }

    return true;
};



/***/ }),

/***/ 3272:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



var path = __nccwpck_require__(6928)
  , fs = __nccwpck_require__(9896)
  , helper = __nccwpck_require__(8702)
;


module.exports = function(connInfo, cb) {
    var file = helper.getFileName();
    
    fs.stat(file, function(err, stat){
        if (err || !helper.usePgPass(stat, file)) {
            return cb(undefined);
        }

        var st = fs.createReadStream(file);

        helper.getPassword(connInfo, st, cb);
    });
};

module.exports.warnTo = helper.warnTo;


/***/ }),

/***/ 3879:
/***/ ((__unused_webpack_module, exports) => {



exports.parse = function (source, transform) {
  return new ArrayParser(source, transform).parse()
}

class ArrayParser {
  constructor (source, transform) {
    this.source = source
    this.transform = transform || identity
    this.position = 0
    this.entries = []
    this.recorded = []
    this.dimension = 0
  }

  isEof () {
    return this.position >= this.source.length
  }

  nextCharacter () {
    var character = this.source[this.position++]
    if (character === '\\') {
      return {
        value: this.source[this.position++],
        escaped: true
      }
    }
    return {
      value: character,
      escaped: false
    }
  }

  record (character) {
    this.recorded.push(character)
  }

  newEntry (includeEmpty) {
    var entry
    if (this.recorded.length > 0 || includeEmpty) {
      entry = this.recorded.join('')
      if (entry === 'NULL' && !includeEmpty) {
        entry = null
      }
      if (entry !== null) entry = this.transform(entry)
      this.entries.push(entry)
      this.recorded = []
    }
  }

  consumeDimensions () {
    if (this.source[0] === '[') {
      while (!this.isEof()) {
        var char = this.nextCharacter()
        if (char.value === '=') break
      }
    }
  }

  parse (nested) {
    var character, parser, quote
    this.consumeDimensions()
    while (!this.isEof()) {
      character = this.nextCharacter()
      if (character.value === '{' && !quote) {
        this.dimension++
        if (this.dimension > 1) {
          parser = new ArrayParser(this.source.substr(this.position - 1), this.transform)
          this.entries.push(parser.parse(true))
          this.position += parser.position - 2
        }
      } else if (character.value === '}' && !quote) {
        this.dimension--
        if (!this.dimension) {
          this.newEntry()
          if (nested) return this.entries
        }
      } else if (character.value === '"' && !character.escaped) {
        if (quote) this.newEntry(true)
        quote = !quote
      } else if (character.value === ',' && !quote) {
        this.newEntry()
      } else {
        this.record(character.value)
      }
    }
    if (this.dimension !== 0) {
      throw new Error('array dimension not balanced')
    }
    return this.entries
  }
}

function identity (value) {
  return value
}


/***/ }),

/***/ 463:
/***/ ((module) => {



var bufferFrom = Buffer.from || Buffer

module.exports = function parseBytea (input) {
  if (/^\\x/.test(input)) {
    // new 'hex' style response (pg >9.0)
    return bufferFrom(input.substr(2), 'hex')
  }
  var output = ''
  var i = 0
  while (i < input.length) {
    if (input[i] !== '\\') {
      output += input[i]
      ++i
    } else {
      if (/[0-7]{3}/.test(input.substr(i + 1, 3))) {
        output += String.fromCharCode(parseInt(input.substr(i + 1, 3), 8))
        i += 4
      } else {
        var backslashes = 1
        while (i + backslashes < input.length && input[i + backslashes] === '\\') {
          backslashes++
        }
        for (var k = 0; k < Math.floor(backslashes / 2); ++k) {
          output += '\\'
        }
        i += Math.floor(backslashes / 2) * 2
      }
    }
  }
  return bufferFrom(output, 'binary')
}


/***/ }),

/***/ 2690:
/***/ ((module) => {



var DATE_TIME = /(\d{1,})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})(\.\d{1,})?.*?( BC)?$/
var DATE = /^(\d{1,})-(\d{2})-(\d{2})( BC)?$/
var TIME_ZONE = /([Z+-])(\d{2})?:?(\d{2})?:?(\d{2})?/
var INFINITY = /^-?infinity$/

module.exports = function parseDate (isoDate) {
  if (INFINITY.test(isoDate)) {
    // Capitalize to Infinity before passing to Number
    return Number(isoDate.replace('i', 'I'))
  }
  var matches = DATE_TIME.exec(isoDate)

  if (!matches) {
    // Force YYYY-MM-DD dates to be parsed as local time
    return getDate(isoDate) || null
  }

  var isBC = !!matches[8]
  var year = parseInt(matches[1], 10)
  if (isBC) {
    year = bcYearToNegativeYear(year)
  }

  var month = parseInt(matches[2], 10) - 1
  var day = matches[3]
  var hour = parseInt(matches[4], 10)
  var minute = parseInt(matches[5], 10)
  var second = parseInt(matches[6], 10)

  var ms = matches[7]
  ms = ms ? 1000 * parseFloat(ms) : 0

  var date
  var offset = timeZoneOffset(isoDate)
  if (offset != null) {
    date = new Date(Date.UTC(year, month, day, hour, minute, second, ms))

    // Account for years from 0 to 99 being interpreted as 1900-1999
    // by Date.UTC / the multi-argument form of the Date constructor
    if (is0To99(year)) {
      date.setUTCFullYear(year)
    }

    if (offset !== 0) {
      date.setTime(date.getTime() - offset)
    }
  } else {
    date = new Date(year, month, day, hour, minute, second, ms)

    if (is0To99(year)) {
      date.setFullYear(year)
    }
  }

  return date
}

function getDate (isoDate) {
  var matches = DATE.exec(isoDate)
  if (!matches) {
    return
  }

  var year = parseInt(matches[1], 10)
  var isBC = !!matches[4]
  if (isBC) {
    year = bcYearToNegativeYear(year)
  }

  var month = parseInt(matches[2], 10) - 1
  var day = matches[3]
  // YYYY-MM-DD will be parsed as local time
  var date = new Date(year, month, day)

  if (is0To99(year)) {
    date.setFullYear(year)
  }

  return date
}

// match timezones:
// Z (UTC)
// -05
// +06:30
function timeZoneOffset (isoDate) {
  if (isoDate.endsWith('+00')) {
    return 0
  }

  var zone = TIME_ZONE.exec(isoDate.split(' ')[1])
  if (!zone) return
  var type = zone[1]

  if (type === 'Z') {
    return 0
  }
  var sign = type === '-' ? -1 : 1
  var offset = parseInt(zone[2], 10) * 3600 +
    parseInt(zone[3] || 0, 10) * 60 +
    parseInt(zone[4] || 0, 10)

  return offset * sign * 1000
}

function bcYearToNegativeYear (year) {
  // Account for numerical difference between representations of BC years
  // See: https://github.com/bendrucker/postgres-date/issues/5
  return -(year - 1)
}

function is0To99 (num) {
  return num >= 0 && num < 100
}


/***/ }),

/***/ 8755:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



var extend = __nccwpck_require__(223)

module.exports = PostgresInterval

function PostgresInterval (raw) {
  if (!(this instanceof PostgresInterval)) {
    return new PostgresInterval(raw)
  }
  extend(this, parse(raw))
}
var properties = ['seconds', 'minutes', 'hours', 'days', 'months', 'years']
PostgresInterval.prototype.toPostgres = function () {
  var filtered = properties.filter(this.hasOwnProperty, this)

  // In addition to `properties`, we need to account for fractions of seconds.
  if (this.milliseconds && filtered.indexOf('seconds') < 0) {
    filtered.push('seconds')
  }

  if (filtered.length === 0) return '0'
  return filtered
    .map(function (property) {
      var value = this[property] || 0

      // Account for fractional part of seconds,
      // remove trailing zeroes.
      if (property === 'seconds' && this.milliseconds) {
        value = (value + this.milliseconds / 1000).toFixed(6).replace(/\.?0+$/, '')
      }

      return value + ' ' + property
    }, this)
    .join(' ')
}

var propertiesISOEquivalent = {
  years: 'Y',
  months: 'M',
  days: 'D',
  hours: 'H',
  minutes: 'M',
  seconds: 'S'
}
var dateProperties = ['years', 'months', 'days']
var timeProperties = ['hours', 'minutes', 'seconds']
// according to ISO 8601
PostgresInterval.prototype.toISOString = PostgresInterval.prototype.toISO = function () {
  var datePart = dateProperties
    .map(buildProperty, this)
    .join('')

  var timePart = timeProperties
    .map(buildProperty, this)
    .join('')

  return 'P' + datePart + 'T' + timePart

  function buildProperty (property) {
    var value = this[property] || 0

    // Account for fractional part of seconds,
    // remove trailing zeroes.
    if (property === 'seconds' && this.milliseconds) {
      value = (value + this.milliseconds / 1000).toFixed(6).replace(/0+$/, '')
    }

    return value + propertiesISOEquivalent[property]
  }
}

var NUMBER = '([+-]?\\d+)'
var YEAR = NUMBER + '\\s+years?'
var MONTH = NUMBER + '\\s+mons?'
var DAY = NUMBER + '\\s+days?'
var TIME = '([+-])?([\\d]*):(\\d\\d):(\\d\\d)\\.?(\\d{1,6})?'
var INTERVAL = new RegExp([YEAR, MONTH, DAY, TIME].map(function (regexString) {
  return '(' + regexString + ')?'
})
  .join('\\s*'))

// Positions of values in regex match
var positions = {
  years: 2,
  months: 4,
  days: 6,
  hours: 9,
  minutes: 10,
  seconds: 11,
  milliseconds: 12
}
// We can use negative time
var negatives = ['hours', 'minutes', 'seconds', 'milliseconds']

function parseMilliseconds (fraction) {
  // add omitted zeroes
  var microseconds = fraction + '000000'.slice(fraction.length)
  return parseInt(microseconds, 10) / 1000
}

function parse (interval) {
  if (!interval) return {}
  var matches = INTERVAL.exec(interval)
  var isNegative = matches[8] === '-'
  return Object.keys(positions)
    .reduce(function (parsed, property) {
      var position = positions[property]
      var value = matches[position]
      // no empty string
      if (!value) return parsed
      // milliseconds are actually microseconds (up to 6 digits)
      // with omitted trailing zeroes.
      value = property === 'milliseconds'
        ? parseMilliseconds(value)
        : parseInt(value, 10)
      // no zeros
      if (!value) return parsed
      if (isNegative && ~negatives.indexOf(property)) {
        value *= -1
      }
      parsed[property] = value
      return parsed
    }, {})
}


/***/ }),

/***/ 5286:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/*
Copyright (c) 2014-2021, Matteo Collina <hello@matteocollina.com>

Permission to use, copy, modify, and/or distribute this software for any
purpose with or without fee is hereby granted, provided that the above
copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES
WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF
MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR
ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR
IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.
*/



const { Transform } = __nccwpck_require__(2203)
const { StringDecoder } = __nccwpck_require__(3193)
const kLast = Symbol('last')
const kDecoder = Symbol('decoder')

function transform (chunk, enc, cb) {
  let list
  if (this.overflow) { // Line buffer is full. Skip to start of next line.
    const buf = this[kDecoder].write(chunk)
    list = buf.split(this.matcher)

    if (list.length === 1) return cb() // Line ending not found. Discard entire chunk.

    // Line ending found. Discard trailing fragment of previous line and reset overflow state.
    list.shift()
    this.overflow = false
  } else {
    this[kLast] += this[kDecoder].write(chunk)
    list = this[kLast].split(this.matcher)
  }

  this[kLast] = list.pop()

  for (let i = 0; i < list.length; i++) {
    try {
      push(this, this.mapper(list[i]))
    } catch (error) {
      return cb(error)
    }
  }

  this.overflow = this[kLast].length > this.maxLength
  if (this.overflow && !this.skipOverflow) {
    cb(new Error('maximum buffer reached'))
    return
  }

  cb()
}

function flush (cb) {
  // forward any gibberish left in there
  this[kLast] += this[kDecoder].end()

  if (this[kLast]) {
    try {
      push(this, this.mapper(this[kLast]))
    } catch (error) {
      return cb(error)
    }
  }

  cb()
}

function push (self, val) {
  if (val !== undefined) {
    self.push(val)
  }
}

function noop (incoming) {
  return incoming
}

function split (matcher, mapper, options) {
  // Set defaults for any arguments not supplied.
  matcher = matcher || /\r?\n/
  mapper = mapper || noop
  options = options || {}

  // Test arguments explicitly.
  switch (arguments.length) {
    case 1:
      // If mapper is only argument.
      if (typeof matcher === 'function') {
        mapper = matcher
        matcher = /\r?\n/
      // If options is only argument.
      } else if (typeof matcher === 'object' && !(matcher instanceof RegExp) && !matcher[Symbol.split]) {
        options = matcher
        matcher = /\r?\n/
      }
      break

    case 2:
      // If mapper and options are arguments.
      if (typeof matcher === 'function') {
        options = mapper
        mapper = matcher
        matcher = /\r?\n/
      // If matcher and options are arguments.
      } else if (typeof mapper === 'object') {
        options = mapper
        mapper = noop
      }
  }

  options = Object.assign({}, options)
  options.autoDestroy = true
  options.transform = transform
  options.flush = flush
  options.readableObjectMode = true

  const stream = new Transform(options)

  stream[kLast] = ''
  stream[kDecoder] = new StringDecoder('utf8')
  stream.matcher = matcher
  stream.mapper = mapper
  stream.maxLength = options.maxLength
  stream.skipOverflow = options.skipOverflow || false
  stream.overflow = false
  stream._destroy = function (err, cb) {
    // Weird Node v12 bug that we need to work around
    this._writableState.errorEmitted = false
    cb(err)
  }

  return stream
}

module.exports = split


/***/ }),

/***/ 223:
/***/ ((module) => {

module.exports = extend

var hasOwnProperty = Object.prototype.hasOwnProperty;

function extend(target) {
    for (var i = 1; i < arguments.length; i++) {
        var source = arguments[i]

        for (var key in source) {
            if (hasOwnProperty.call(source, key)) {
                target[key] = source[key]
            }
        }
    }

    return target
}


/***/ }),

/***/ 4390:
/***/ ((module) => {

module.exports = eval("require")("pg-native");


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 6897:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 1553:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 6556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ statusOf)
/* harmony export */ });
/** The status of a refusal of GitHub's API; undefined when there was no answer, or none of its own. */
function statusOf(error) {
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
    return typeof status === 'number' && status >= 400 ? status : undefined;
}


/***/ }),

/***/ 5252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LZ: () => (/* binding */ saveState),
/* harmony export */   n0: () => (/* binding */ setOutputs),
/* harmony export */   oJ: () => (/* binding */ writeRunnerFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6805);
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9078);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2554);




/** Writes to one of them. Throws GateError `outputs-unwritable`, which names it. */
async function writeRunnerFile(variable, write) {
    try {
        await write();
    }
    catch (error) {
        throw unwritable(variable, error);
    }
}
/**
 * Sets outputs, all in one write: `core.setOutput` opens the file again for each, and filters make hundreds of them.
 * The form is GitHub's (Workflow commands, Multiline strings). `path` is the runner's; empty: a runner from before the
 * file, or none at all. Throws when the file cannot be written.
 */
function setOutputs(path, values) {
    if (path === '') {
        for (const [name, value] of Object.entries(values))
            _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setOutput */ .uH(name, value);
        return;
    }
    const mark = `ghadelimiter_${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    const blocks = Object.entries(values).map(([name, value]) => `${name}<<${mark}\n${value}\n${mark}\n`);
    const added = (0,_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .appendText */ .IM)(path, blocks.join(''));
    if (!added.ok)
        throw new Error(added.reason);
}
/** Leaves a word for the post step. Throws GateError `outputs-unwritable`. */
function saveState(name, value) {
    try {
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ(name, value);
    }
    catch (error) {
        throw unwritable('GITHUB_STATE', error);
    }
}
function unwritable(variable, error) {
    const reason = error instanceof Error ? error.message : String(error);
    return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .gateError */ .em)('outputs-unwritable', { variable, reason: reason.replace(/\.$/, '') });
}


/***/ }),

/***/ 6517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(6805);
/* harmony import */ var _database_doctor_direct_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6937);
/* harmony import */ var _database_left_behind_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(6688);
/* harmony import */ var _database_postgres_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4932);
/* harmony import */ var _database_url_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7081);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2554);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4860);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6683);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9870);
/* harmony import */ var _reporter_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1254);










/**
 * After a step that was killed: ends the server session that it left behind, so that its statement does not go on
 * for a run that nobody waits for, and says where the database stands.
 */
async function runPost({ env, root, settings, redact, aim }) {
    if (settings === undefined)
        return;
    const saved = _actions_core__WEBPACK_IMPORTED_MODULE_8__/* .getState */ .Gu('backend');
    const write = (0,_reporter_js__WEBPACK_IMPORTED_MODULE_7__/* .sink */ .Qk)(redact);
    const { database, pid, startedAt } = JSON.parse(saved);
    const run = settings.databases.find(one => one.name === database);
    if (run === undefined)
        return;
    try {
        const given = (0,_database_url_js__WEBPACK_IMPORTED_MODULE_2__/* .readUrl */ .wo)(run.url.value, run.url.source);
        const target = (0,_database_doctor_direct_js__WEBPACK_IMPORTED_MODULE_0__/* .findDetour */ .V)(given)?.target ?? given;
        const options = {
            redact,
            readCertificate: () => '',
            applicationName: 'migration-gate post',
            onNotice: () => undefined,
        };
        const session = await (0,_database_postgres_js__WEBPACK_IMPORTED_MODULE_1__/* .openPostgres */ .o)(target, options);
        const ended = await (0,_database_left_behind_js__WEBPACK_IMPORTED_MODULE_9__/* .endBackend */ .A)(session, pid, startedAt);
        await session.close();
        write(ended
            ? `🧹 The step was killed; its server session (pid ${pid} on ${(0,_database_url_js__WEBPACK_IMPORTED_MODULE_2__/* .describeTarget */ .ff)(target)}) was ended.`
            : `🧹 The step was killed; its server session (pid ${pid} on ${(0,_database_url_js__WEBPACK_IMPORTED_MODULE_2__/* .describeTarget */ .ff)(target)}) had already ended.`);
        const event = (0,_event_js__WEBPACK_IMPORTED_MODULE_4__/* .readEvent */ .j_)(env, {});
        const changes = { list: async () => ({ known: false, level: 'note', why: '' }) };
        const outside = {
            disk: (0,_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .openDisk */ .UJ)(root),
            root,
            environment: env,
            changes,
            reporter: (0,_reporter_js__WEBPACK_IMPORTED_MODULE_7__/* .actionReporter */ .I6)(write, (0,_reporter_js__WEBPACK_IMPORTED_MODULE_7__/* .sayNextOf */ .yE)(aim)),
            redact,
            actor: '',
            commit: '',
        };
        const ports = (0,_wire_js__WEBPACK_IMPORTED_MODULE_6__/* .wireGate */ .N)(settings, event, outside);
        const asked = { settings: run, engineName: '' };
        const engine = await ports.openEngine(asked, ports.chooseEngine(asked));
        const { current } = await engine.plan();
        await engine.close();
        write(current.length === 0
            ? `It holds no revision.`
            : `It is at ${current.join(', ')}; run the gate again to go on.`);
    }
    catch (error) {
        write(`🧹 The step was killed, and where the database stands cannot be said: ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_5__/* .asFault */ .P)(error).message}`);
    }
}


/***/ }),

/***/ 1254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I6: () => (/* binding */ actionReporter),
/* harmony export */   Qk: () => (/* binding */ sink),
/* harmony export */   i: () => (/* binding */ annotateFaults),
/* harmony export */   yE: () => (/* binding */ sayNextOf)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6805);
/* harmony import */ var _next_line_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9694);
/* harmony import */ var _report_fault_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4909);
/* harmony import */ var _report_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6547);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(977);
/* harmony import */ var _write_together_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3754);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5252);







/** The only way into the log: redacted, and with nothing in it that the runner would take for a command. */
function sink(redact) {
    const { stdout } = process;
    return text => (0,_write_together_js__WEBPACK_IMPORTED_MODULE_3__/* .writeTogether */ .E)(stdout, () => stdout.write(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .harmless */ .Is)(redact(text))}\n`));
}
/** Commands that the workflow by hand has confirmed, with the name of its environment. */
const confirmed = ['stamp', 'downgrade'];
/** In Actions a person can type it, or dispatch the workflow that does: with these inputs, and its environment. */
function sayNextOf(aim) {
    const words = aim.urlGiven ? ' (with the URL of this database)' : '';
    return next => {
        const { command, database } = next;
        const fields = Object.entries({ revision: (0,_next_line_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionOf */ .DT)(next, aim), database, ...next.with }).filter(([, value]) => value !== undefined);
        const confirm = confirmed.includes(command) ? ['confirm <its environment>'] : [];
        const dispatch = [`command ${command}`, ...fields.map(([name, value]) => `${name} ${value}`), ...confirm];
        return `${(0,_next_line_js__WEBPACK_IMPORTED_MODULE_0__/* .typeCommand */ .cY)(next, aim)}${words}   or run your operate workflow with ${dispatch.join(', ')}`;
    };
}
/** Plain lines, and the state that the post step needs if this process is killed. */
function actionReporter(write, sayNext) {
    return event => {
        if (event.kind === 'working') {
            const { database, pid, startedAt } = event;
            (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .saveState */ .LZ)('backend', JSON.stringify({ database, pid, startedAt }));
        }
        for (const line of (0,_report_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .renderEvent */ .N1)(event, sayNext))
            write(line.text);
    };
}
/** GitHub keeps ten annotations a level and step, and drops the others in silence. */
const mostAnnotations = 9;
/** Annotations on the lines to blame, what closed the gate first. */
function annotateFaults(report, redact, aim) {
    for (const note of report.notes) {
        if (note.kind === 'skipped')
            _actions_core__WEBPACK_IMPORTED_MODULE_6__/* .notice */ .lm(redact(note.text), { title: 'Migration Gate: skipped' });
    }
    const blamed = [...report.databases.flatMap(database => database.fault ?? []), ...report.faults];
    const problems = report.databases.flatMap(database => database.problems);
    const others = problems.filter(problem => !blamed.includes(problem.fault));
    const findings = report.databases
        .flatMap(database => database.findings ?? [])
        .filter(finding => !blamed.includes(finding.fault))
        .sort((one, other) => Number(isWarning(one)) - Number(isWarning(other)));
    const all = [
        ...blamed.map(fault => ({ fault, level: _actions_core__WEBPACK_IMPORTED_MODULE_6__/* .error */ .z3 })),
        ...others.map(({ fault, allowed }) => ({
            fault,
            level: allowed || report.gate === 'open' ? _actions_core__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$e : _actions_core__WEBPACK_IMPORTED_MODULE_6__/* .error */ .z3,
        })),
        ...findings.map(finding => ({
            fault: finding.fault,
            level: isWarning(finding) ? _actions_core__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$e : _actions_core__WEBPACK_IMPORTED_MODULE_6__/* .error */ .z3,
        })),
    ];
    for (const { fault, level } of all.slice(0, mostAnnotations))
        annotate(fault, level, redact, aim);
    const more = all.length - mostAnnotations;
    if (more > 0)
        _actions_core__WEBPACK_IMPORTED_MODULE_6__/* .error */ .z3(`${more} more in the job summary.`, { title: 'Migration Gate' });
    for (const fault of blamed)
        sayDebug(fault, redact);
}
/** With debug logging the values of rows are shown too: not sent otherwise, though the runner would drop them. */
function sayDebug({ debug, server, withheld }, redact) {
    if (debug !== undefined)
        _actions_core__WEBPACK_IMPORTED_MODULE_6__/* .debug */ .Yz((0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .harmless */ .Is)(redact(debug)));
    if (server === undefined || withheld === undefined || !_actions_core__WEBPACK_IMPORTED_MODULE_6__/* .isDebug */ ._o())
        return;
    for (const line of (0,_report_fault_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .serverLines */ .LH)({ ...server, ...withheld }))
        _actions_core__WEBPACK_IMPORTED_MODULE_6__/* .debug */ .Yz((0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .harmless */ .Is)(redact(line)));
}
function isWarning({ level, allowed }) {
    return level === 'warning' || allowed !== undefined;
}
function annotate(fault, level, redact, aim) {
    const { place, state, foreign, next } = fault;
    const ways = [...(foreign ?? []).map(one => one.line), ...(next ?? []).map(one => (0,_next_line_js__WEBPACK_IMPORTED_MODULE_0__/* .typeCommand */ .cY)(one, aim))];
    const parts = [fault.message, state ?? '', fault.cure, ...ways.slice(0, 1).map(line => `Next: ${line}`)];
    level((0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .harmless */ .Is)(redact(parts.filter(part => part !== '').join('\n'))), {
        title: `Migration Gate: ${fault.id}`,
        ...(place === undefined ? {} : { file: (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(redact(place.path)) }),
        ...(place?.line === undefined ? {} : { startLine: place.line }),
        ...(place?.column === undefined ? {} : { startColumn: place.column }),
    });
}


/***/ }),

/***/ 5299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ runPhase)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __nccwpck_require__(6805);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/summary.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(977);
// EXTERNAL MODULE: ./build/changes/base.js
var changes_base = __nccwpck_require__(5437);
// EXTERNAL MODULE: ./build/changes/cannot-compare.js
var cannot_compare = __nccwpck_require__(4861);
// EXTERNAL MODULE: ./build/changes/fetch.js
var fetch = __nccwpck_require__(9234);
;// CONCATENATED MODULE: ./build/changes/name-status.js
/** git's letters (git-diff, --diff-filter); a score may follow the letter. */
const statuses = {
    A: 'added',
    C: 'copied',
    D: 'deleted',
    M: 'modified',
    R: 'renamed',
    T: 'type-changed',
    U: 'unmerged',
};
/**
 * Reads what `git diff --name-status -z --no-renames` prints: status NUL path NUL, and so on. Names may hold
 * anything but NUL; bytes that are not UTF-8 become U+FFFD. A status that git may add some day counts as modified.
 */
function parseNameStatus(output) {
    const fields = output.toString('utf8').split('\0');
    const changes = [];
    for (let index = 0; index + 1 < fields.length; index += 2) {
        const letter = fields[index]?.[0] ?? '';
        changes.push({ path: fields[index + 1] ?? '', status: statuses[letter] ?? 'modified' });
    }
    return changes;
}
/** The NUL separated paths of `git ls-files -z` and `git ls-tree -z --name-only`, each as added. */
function parseNamesAsAdded(output) {
    const names = output.toString('utf8').split('\0');
    return names.filter(name => name !== '').map(path => ({ path, status: 'added' }));
}

// EXTERNAL MODULE: ./build/changes/repository.js
var changes_repository = __nccwpck_require__(1560);
// EXTERNAL MODULE: ./build/changes/resolve.js + 1 modules
var resolve = __nccwpck_require__(8865);
;// CONCATENATED MODULE: ./build/changes/git.js








/**
 * Changes as git on this machine sees them. In an event a shallow clone is deepened just enough, with the
 * credentials that the checkout stored; in the terminal (no event) nothing is fetched. Writes nothing else, and
 * leaves no configuration behind. Never throws.
 */
function gitSource(options) {
    return {
        async list(event, detection) {
            try {
                return await compare(await (0,changes_repository/* openRepository */.h_)(options), event, detection);
            }
            catch (error) {
                return { known: false, ...(0,cannot_compare/* whyNot */.OB)(error) };
            }
        },
        async tracked() {
            try {
                const listed = await (await (0,changes_repository/* openRepository */.h_)(options)).git(['ls-files', '-z']);
                return listed.code === 0 ? parseNamesAsAdded(listed.stdout).map(file => file.path) : undefined;
            }
            catch {
                return undefined;
            }
        },
    };
}
async function compare(repository, event, detection) {
    const decision = (0,changes_base/* decideBase */.mm)(event, detection);
    const clone = (0,fetch/* cloneOf */.JP)(repository, event, detection);
    const head = await (0,resolve/* resolveHead */.t)(clone, decision);
    const base = await (0,resolve/* resolveBase */.g)(clone, decision.rule, head);
    const [changes, commits] = await Promise.all([
        listChanges(repository, base.base, head, decision.workTree),
        countCommits(repository, base, head),
    ]);
    return {
        known: true,
        comparison: {
            base: base.base,
            head,
            why: `${(0,build_text/* oneLine */.TN)(decision.occasion, 120)}: ${base.words}`,
            ...(commits === undefined ? {} : { commits }),
        },
        changes,
        warnings: [...decision.warnings, ...base.warnings],
    };
}
/** Plumbing, which no configuration of the user's changes; submodules are their path, renames two changes. */
async function listChanges(repository, base, head, workTree) {
    const form = ['--name-status', '-z', '--no-renames', '--no-ext-diff'];
    if (workTree === 'no') {
        const argv = ['diff-tree', '-r', ...form, '--ignore-submodules=none', base, head, '--'];
        return parseNameStatus(await printed(repository, argv));
    }
    // Not plumbing: diff-index reports what was merely touched. So what a user may have set is set back.
    const diff = [
        '-c',
        'diff.relative=false',
        'diff',
        ...form,
        '--no-color',
        '--ignore-submodules=dirty',
        base,
        '--',
    ];
    const tracked = parseNameStatus(await printed(repository, diff));
    if (workTree === 'tracked')
        return tracked;
    const others = ['ls-files', '-z', '--others', '--exclude-standard'];
    return [...tracked, ...parseNamesAsAdded(await printed(repository, others))];
}
async function printed(repository, argv) {
    const result = await repository.git(argv);
    if (result.code === 0)
        return result.stdout;
    const why = result.failure === 'timeout' ? 'git takes too long' : (0,cannot_compare/* sayGitError */.Au)(result.stderr);
    throw new cannot_compare/* CannotCompare */.zh(`git could not compare: ${why}.`);
}
/** Undefined where the history between the two is cut off. */
async function countCommits(repository, base, head) {
    if (await (0,fetch/* isShallow */.fE)(repository))
        return undefined;
    const range = base.whole ? head : `${base.base}..${head}`;
    const counted = await repository.git(['rev-list', '--count', range]);
    return counted.code === 0 ? Number((0,changes_repository/* readLine */.Xw)(counted)) : undefined;
}

// EXTERNAL MODULE: ./build/disk.js + 1 modules
var disk = __nccwpck_require__(2554);
// EXTERNAL MODULE: ./build/database/url.js
var database_url = __nccwpck_require__(7081);
;// CONCATENATED MODULE: ./build/door.js




/** Finds the root that paths in messages are relative to. `base` is absolute: the workspace, or where a person stands. */
async function findGround(base, inputs, env) {
    const folder = (0,external_node_path_.resolve)(base, inputs['working-directory'] || '.');
    const repository = await (0,changes_repository/* findRepository */.W1)({ cwd: folder, env });
    const root = repository?.root ?? (0,external_node_path_.resolve)(base);
    const inside = (0,external_node_path_.relative)(root, folder).split(external_node_path_.sep).join(external_node_path_.posix.sep);
    return { root, repository, inputs: { ...inputs, 'working-directory': inside === '' ? '.' : inside } };
}
/** Exit code of a run: 0 open, 1 closed, 2 wrong use or configuration, 130 interrupted. */
function exitCodeOf(report) {
    if (report.gate === 'open')
        return 0;
    const faults = [...report.faults, ...report.databases.flatMap(database => database.fault ?? [])];
    if (faults.some(fault => fault.exit === 130))
        return 130;
    return faults.some(fault => fault.exit === 2) ? 2 : 1;
}
/** Secrets that are known before settings are read: those of every variable that is named like the URL of something. */
function environmentSecrets(env) {
    const named = Object.keys(env).filter(name => /_URL$/i.test(name));
    return named.flatMap(name => (0,database_url/* secretsOfText */.yC)(env[name] ?? ''));
}
/** The URL of `database-url`, or of the variable that it names, in every form; nothing where there is none. */
function urlSecrets(inputs, env) {
    const url = inputs['database-url'] ?? '';
    const whole = url.startsWith('env:') ? (env[url.slice('env:'.length)] ?? '') : url;
    return whole.trim() === '' ? [] : [whole, ...(0,database_url/* secretsOfText */.yC)(whole)];
}
/**
 * Secrets that are known before settings are read, and when they cannot be: of every input, since a URL may stand in
 * the wrong one, of the variable that is named for the URL, and of the environment.
 */
function earlySecrets(inputs, env) {
    const token = inputs.token ?? '';
    return [
        ...urlSecrets(inputs, env),
        ...(token === '' ? [] : [token]),
        ...Object.values(inputs).flatMap(database_url/* secretsOfText */.yC),
        ...environmentSecrets(env),
    ];
}
/** The event's payload, as the runner left it; an empty object where there is none. */
function readPayload(env) {
    const read = (0,disk/* openDisk */.UJ)('/').readBytes(env.GITHUB_EVENT_PATH || '');
    if (!read.ok)
        return {};
    try {
        return JSON.parse(read.value.toString('utf8'));
    }
    catch {
        return {};
    }
}
/** Every credential that the settings hold, in all its forms; also of URLs that cannot be read. */
function collectSecrets({ databases, rehearse, driftUrl, }) {
    const urls = databases.map(database => database.url);
    const others = [rehearse, driftUrl].filter(url => url !== undefined && typeof url !== 'string');
    return [...urls, ...others].flatMap(url => {
        if (url.value.trim() === '')
            return [];
        try {
            return (0,database_url/* secretsOf */.Fj)((0,database_url/* readUrl */.wo)(url.value, url.source));
        }
        catch {
            return [url.value, url.value.trim()];
        }
    });
}

// EXTERNAL MODULE: ./build/ending.js
var ending = __nccwpck_require__(9481);
// EXTERNAL MODULE: ./build/event.js
var build_event = __nccwpck_require__(4860);
// EXTERNAL MODULE: ./build/faults.js
var faults = __nccwpck_require__(6683);
// EXTERNAL MODULE: ./build/redact.js
var build_redact = __nccwpck_require__(2207);
;// CONCATENATED MODULE: ./build/report/json.js
/** The report as it is written: docs/schema/report.json describes it. Stacks of our own errors and people’s data stay out. Pure. */
function renderReport(report) {
    return `${JSON.stringify(report, (key, value) => (unwritten.has(key) ? undefined : value), 2)}\n`;
}
/** Parts of a fault that are in no file. */
const unwritten = new Set(['debug', 'withheld']);
/** Words of ours, by which a report is read: a password that is one of them must not take it apart. */
const ownWords = new Set(['command', 'status', 'gate', 'kind', 'result', 'standing', 'startedAt']);
/**
 * The report with every text redacted by itself, before JSON or Markdown escapes what a secret is made of, and so
 * that what begins in one text cannot end in another. Pure.
 */
function redactReport(report, redact) {
    // The fault of a database is also that of its problem, and readers tell by that what was said already.
    const made = new Map();
    const clean = (value) => {
        if (typeof value === 'string')
            return redact(value);
        if (Array.isArray(value))
            return value.map(clean);
        if (typeof value !== 'object' || value === null)
            return value;
        const known = made.get(value);
        if (known !== undefined)
            return known;
        const entries = Object.entries(value);
        const copy = Object.fromEntries(entries.map(([key, one]) => [key, ownWords.has(key) ? one : clean(one)]));
        made.set(value, copy);
        return copy;
    };
    return clean(report);
}

// EXTERNAL MODULE: ./build/notes.js
var notes = __nccwpck_require__(1525);
// EXTERNAL MODULE: ./build/report/approval.js
var approval = __nccwpck_require__(7956);
// EXTERNAL MODULE: ./build/report/history-lines.js
var history_lines = __nccwpck_require__(4585);
// EXTERNAL MODULE: ./build/report/sql-lines.js
var sql_lines = __nccwpck_require__(6021);
;// CONCATENATED MODULE: ./build/report/by-hand-parts.js
/** `plan`, `downgrade` and `history` in the summary. Pure. */



/** Newest rows of a table. */
const most = 200;
function byHandParts({ sql, descent, history }, dryRun, writing) {
    return [
        ...(descent === undefined ? [] : [`⬇️ ${writing.text((0,sql_lines/* sayDescent */.wI)(descent, dryRun))}`]),
        ...sqlParts(descent?.sql ?? sql, writing),
        ...historyParts(history ?? [], writing),
    ];
}
/** Folded, a revision each; what takes rows away is said on the fold itself. */
function sqlParts(sql, { text, fence }) {
    if (sql === undefined)
        return [];
    const parts = sql.revisions.map(({ id, text: statements, more, losses }) => {
        const lost = losses.length === 0 ? '' : ` · ⚠️ takes away: ${losses.join(', ')}`;
        const rest = more === 0 ? '' : `\n\n… ${(0,build_text/* count */.U9)(more, 'more line')}`;
        const shown = statements === '' ? 'There is no SQL in it.' : fence(statements, 'sql');
        return `<details><summary>SQL of ${plain(text(`${id}${lost}`))}</summary>\n\n${shown}${rest}\n\n</details>`;
    });
    const unknown = (0,sql_lines/* sayUnknown */.SR)(sql);
    return unknown === '' ? parts : [...parts, `❔ ${text(unknown)}`];
}
/** In HTML, a backslash and a backtick stand for themselves. */
function plain(escaped) {
    return escaped.replace(/\\(?=[\\*_[\]|#~$!])/g, '').replaceAll('`', "'");
}
function historyParts(lines, { text }) {
    if (lines.length === 0)
        return [];
    const rows = lines
        .slice(0, most)
        .map(one => `| ${history_lines/* standingSigns */.FO[one.standing]} | ${text((0,history_lines/* nameLine */.kp)(one))} | ${text((0,history_lines/* sayWhen */.Sc)(one))} |`);
    const more = lines.length - rows.length;
    if (more > 0)
        rows.push(`| | … ${more} more | |`);
    return [['| | revision | when, by whom |', '| --- | --- | --- |', ...rows].join('\n')];
}

// EXTERNAL MODULE: ./build/report/did.js
var report_did = __nccwpck_require__(4038);
// EXTERNAL MODULE: ./build/report/drift-lines.js
var drift_lines = __nccwpck_require__(9278);
// EXTERNAL MODULE: ./build/report/fault-lines.js
var fault_lines = __nccwpck_require__(4909);
// EXTERNAL MODULE: ./build/report/finding-lines.js
var finding_lines = __nccwpck_require__(4748);
// EXTERNAL MODULE: ./build/report/follow-lines.js
var follow_lines = __nccwpck_require__(2316);
// EXTERNAL MODULE: ./build/report/lines.js + 2 modules
var lines = __nccwpck_require__(6547);
// EXTERNAL MODULE: ./build/report/located-lines.js
var located_lines = __nccwpck_require__(3863);
// EXTERNAL MODULE: ./build/report/markdown-text.js
var markdown_text = __nccwpck_require__(6084);
// EXTERNAL MODULE: ./build/report/rehearsal-lines.js
var rehearsal_lines = __nccwpck_require__(6478);
// EXTERNAL MODULE: ./build/report/revision-table.js
var revision_table = __nccwpck_require__(7951);
;// CONCATENATED MODULE: ./build/report/markdown.js














/** Bytes. GitHub takes 1 MiB a step; what is over is cut here, with a word that it was. */
const markdown_most = 900_000;
/** The job summary, verdict first: what one would paste into a chat. Pure. */
function renderSummary(report, sayNext) {
    const parts = [
        `## ${(0,markdown_text/* text */.Qq)((0,lines/* verdictLine */.MT)(report).text)}`,
        (0,markdown_text/* text */.Qq)(sayRun(report)),
        ...report.databases.flatMap(database => databaseParts(database, report, sayNext)),
        ...approvalParts(report),
        ...report.faults.flatMap(fault => faultParts(fault, sayNext)),
        ...migrationParts(report.migrations ?? []),
        ...noteParts(report.notes.filter(note => note.database === undefined)),
    ];
    const whole = `${parts.filter(part => part !== '').join('\n\n')}\n`;
    const bytes = Buffer.from(whole);
    if (bytes.length <= markdown_most)
        return whole;
    return `${bytes.subarray(0, markdown_most).toString('utf8')}\n\n…\n\nThe summary was cut; the report has all of it.\n`;
}
function approvalParts(report) {
    const said = (0,approval/* sayApproval */.$)(report);
    return said === '' ? [] : [`🔏 ${(0,markdown_text/* text */.Qq)(said)}`];
}
function sayRun(report) {
    const { comparison } = report;
    const compared = comparison === undefined ? '' : ` · ${(0,build_text/* oneLine */.TN)(comparison.why)}`;
    return `${report.command}${compared} · ${(0,report_did/* sayMs */.W)(report.durationMs)}`;
}
function databaseParts(database, report, sayNext) {
    const { outcomes, problems, findings = [], fault } = database;
    const heading = report.databases.length > 1 ? [`### ${(0,markdown_text/* text */.Qq)(database.name)}`] : [];
    const shown = outcomes.slice(0, 200);
    const table = shown.length === 0
        ? []
        : [
            [
                '| | revision | what it did | time |',
                '| --- | --- | --- | ---: |',
                ...shown.map(outcomeRow),
                ...(outcomes.length > shown.length ? [`| | … ${outcomes.length - shown.length} more | | |`] : []),
            ].join('\n'),
        ];
    const others = problems.filter(problem => problem.fault !== fault);
    return [
        ...heading,
        (0,revision_table/* revisionTable */.a)(database, id => (0,markdown_text/* text */.Qq)((0,build_text/* oneLine */.TN)(id, 80))),
        ...(fault === undefined ? [] : faultParts(fault, sayNext)),
        ...findings.filter(one => one.fault !== fault).flatMap(one => findingParts(one, sayNext)),
        ...(database.drifted === undefined ? [] : [`🧭 ${(0,markdown_text/* text */.Qq)((0,drift_lines/* sayDrifted */.O)(database.drifted))}`]),
        ...(database.located === undefined ? [] : [`📍 ${(0,markdown_text/* text */.Qq)((0,located_lines/* sayLocated */.e)(database.located))}`]),
        ...(database.rehearsal === undefined ? [] : [`🧪 ${(0,markdown_text/* text */.Qq)((0,rehearsal_lines/* sayRehearsal */.v)(database.rehearsal))}`]),
        ...table,
        ...byHandParts(database, report.dryRun === true, { text: markdown_text/* text */.Qq, fence: markdown_text/* fence */.EU }),
        ...(0,follow_lines/* followParts */.Y)(database.followUps ?? [], markdown_text/* text */.Qq),
        ...noteParts(report.notes.filter(note => note.database === database.name)),
        ...others.flatMap(problem => problem.allowed ? [`⚠️ allowed: ${(0,markdown_text/* text */.Qq)(problem.fault.message)}`] : faultParts(problem.fault, sayNext)),
    ];
}
/** What the change brings, with a way to read it. */
function migrationParts(migrations) {
    if (migrations.length === 0)
        return [];
    const shown = migrations.slice(0, 200).map(({ path, status, revision, database, diff }) => {
        const file = (0,build_text/* oneLine */.TN)(path, 200);
        // Nothing of the link is foreign: the page is the runner's, and the place in it a hash.
        const linked = diff === undefined ? (0,markdown_text/* text */.Qq)(file) : `[${(0,markdown_text/* text */.Qq)(file)}](${diff})`;
        return `| ${status} | ${(0,markdown_text/* text */.Qq)((0,build_text/* oneLine */.TN)(revision, 80))} | ${(0,markdown_text/* text */.Qq)((0,build_text/* oneLine */.TN)(database, 80))} | ${linked} |`;
    });
    const more = migrations.length - shown.length;
    if (more > 0)
        shown.push(`| | … ${more} more | | |`);
    return [['| change | revision | filter | file |', '| --- | --- | --- | --- |', ...shown].join('\n')];
}
function findingParts(finding, sayNext) {
    const { fault, level, allowed } = finding;
    if (allowed !== undefined)
        return [`☑️ ${(0,markdown_text/* text */.Qq)(fault.message)}<br>${(0,markdown_text/* text */.Qq)((0,finding_lines/* sayTrail */.kV)(finding))}`];
    return faultParts(fault, sayNext, level === 'error' ? '❌' : '⚠️');
}
const resultSigns = {
    applied: '✅',
    downgraded: '⬇️',
    failed: '❌',
    skipped: '⏭️',
    'rolled-back': '↩️',
};
function outcomeRow(outcome) {
    const did = sayResult(outcome);
    const time = outcome.result === 'skipped' ? '' : (0,report_did/* sayMs */.W)(outcome.durationMs);
    return `| ${resultSigns[outcome.result]} | ${(0,markdown_text/* text */.Qq)((0,notes/* label */.Pf)(outcome.revision))} | ${(0,markdown_text/* text */.Qq)(did)} | ${time} |`;
}
function sayResult({ result, did }) {
    if (result === 'skipped')
        return 'did not get its turn';
    if (result !== 'failed')
        return (0,report_did/* sayDid */.D)(did);
    return did.length === 0 ? 'failed' : `${(0,report_did/* sayDid */.D)(did)}, then failed`;
}
function noteParts(notes) {
    if (notes.length === 0)
        return [];
    const shown = notes.slice(0, 100).map(note => {
        const [first = '', ...rest] = note.text.split('\n');
        const below = rest.map(line => `<br>&emsp;${(0,markdown_text/* text */.Qq)(line)}`).join('');
        return `- ${lines/* noteSigns */.HH[note.kind]} ${(0,markdown_text/* text */.Qq)(first)}${below}`;
    });
    if (notes.length > shown.length)
        shown.push(`- and ${notes.length - shown.length} more`);
    return [shown.join('\n')];
}
function faultParts(fault, sayNext, sign = '❌') {
    const place = (0,fault_lines/* sayPlace */.DQ)(fault);
    const { server, excerpt, diff, state, foreign, next } = fault;
    const said = [server?.detail, server?.hint, server?.where, fault.withheld && fault_lines/* withheldLine */.Wu]
        .filter(one => one !== undefined)
        .map(build_text/* harmless */.Is);
    return [
        `${sign} **${(0,markdown_text/* text */.Qq)(fault.message)}**${place === '' ? '' : `<br>${(0,markdown_text/* text */.Qq)(place)}`}`,
        excerpt === undefined ? '' : (0,markdown_text/* fence */.EU)((0,fault_lines/* excerptLines */.$F)(excerpt).join('\n')),
        diff === undefined ? '' : (0,markdown_text/* fence */.EU)((0,fault_lines/* diffLines */.Pp)(diff).join('\n'), 'diff'),
        said.length === 0 ? '' : (0,markdown_text/* fence */.EU)(said.join('\n')),
        state === undefined || state === '' ? '' : `**Now:** ${(0,markdown_text/* text */.Qq)(state)}`,
        `**Cure:** ${(0,markdown_text/* text */.Qq)(fault.cure)}`,
        ...(foreign ?? []).map(({ line, when }) => nextPart(line, when)),
        ...(next ?? []).map(one => nextPart(sayNext(one), one.when)),
    ].filter(part => part !== '');
}
function nextPart(line, when) {
    return `**Next:** ${(0,markdown_text/* text */.Qq)(line)}${when === undefined ? '' : ` (if ${(0,markdown_text/* text */.Qq)(when)})`}`;
}

;// CONCATENATED MODULE: ./build/changes/list-files.js
/**
 * Files in one line, in the forms of dorny/paths-filter. In two places it is wrong and this is not: a name with a
 * newline whose other line is harmless went through unquoted (`^…$` with the m flag), and an escaped newline
 * vanished in the shell.
 */
function formatFiles(listFiles, paths) {
    switch (listFiles) {
        case 'none':
            return '';
        case 'csv':
            return paths.map(quoteCsv).join(',');
        case 'json':
            return JSON.stringify(paths);
        case 'shell':
            return paths.map(quoteShell).join(' ');
        case 'escape':
            return paths.map(escapeShell).join(' ');
    }
}
/** RFC 4180: in double quotes, and those doubled, where anything but a harmless character occurs. */
function quoteCsv(path) {
    return /^[a-zA-Z0-9._+:@%/-]+$/.test(path) ? path : `"${path.replaceAll('"', '""')}"`;
}
/** As few quotes as a POSIX shell needs. */
function quoteShell(path) {
    if (/^[a-zA-Z0-9,._+:@%/-]*$/.test(path))
        return path;
    if (!path.includes("'"))
        return `'${path}'`;
    if (/^[a-zA-Z0-9,._+:@%/'\s-]+$/.test(path))
        return `"${path}"`;
    return path.split("'").map(quoteShell).join("\\'");
}
/** A backslash before every other character; a shell drops one before a newline, so that is quoted. */
function escapeShell(path) {
    return path.replace(/[^a-zA-Z0-9,._+:@%/-]/gu, found => (found === '\n' ? "'\n'" : `\\${found}`));
}

;// CONCATENATED MODULE: ./build/report/outputs.js


/** Names of the outputs that are always set, on success and on failure. */
const fixedOutputs = [
    'status',
    'changed',
    'changes',
    'from',
    'to',
    'pending',
    'applied',
    'failed',
    'plan',
    'databases',
    'results',
    'report',
];
/** In the file of outputs such a name would end early, and the rest of it set others. */
const unspeakable = /[\x00-\x1f\x7f]|=|<</;
/**
 * The outputs of a report. Pure. With several databases ids are written `name:id` and the scalars are empty. A
 * fixed output wins over a filter of that name, with a warning; `filtersFirst`, as in `detect/`, the filter does.
 */
function makeOutputs(report, reportPath, listFiles, several, filtersFirst = false) {
    const warnings = [];
    const values = {};
    const instead = {};
    for (const { name, matched, files } of report.filters) {
        set(name, String(matched));
        set(`${name}_count`, String(files.length));
        if (listFiles !== 'none')
            set(`${name}_files`, formatFiles(listFiles, files));
    }
    function set(name, value) {
        if (fixedOutputs.includes(name)) {
            const winner = filtersFirst ? 'it tells of the filter' : 'the output keeps its own meaning';
            warnings.push(`The filter "${name}" has the name of an output of ours; ${winner}.`);
            if (filtersFirst)
                instead[name] = value;
        }
        else if (unspeakable.test(name)) {
            warnings.push(`The filter "${(0,build_text/* oneLine */.TN)(name, 100)}" cannot be an output: no name holds = or << or a line end.`);
        }
        else
            values[name] = value;
    }
    const { databases } = report;
    const [only] = several ? [] : databases;
    const ids = (pick) => JSON.stringify(databases.flatMap(database => pick(database).map(id => (several ? `${database.name}:${id}` : id))));
    return {
        warnings,
        values: {
            ...values,
            status: report.status,
            changed: String(report.changed),
            changes: JSON.stringify(report.filters.filter(filter => filter.matched).map(filter => filter.name)),
            from: (only?.from ?? []).join(','),
            to: (only?.to ?? []).join(','),
            pending: ids(database => database.pending),
            applied: ids(database => database.applied),
            failed: only?.failed ?? '',
            plan: only?.plan ?? '',
            databases: JSON.stringify(report.selected),
            results: JSON.stringify(Object.fromEntries(databases.map(database => [database.name, resultOf(database)]))),
            report: reportPath,
            ...instead,
        },
    };
}
function resultOf(database) {
    return {
        status: database.status,
        from: (database.from ?? []).join(','),
        to: (database.to ?? []).join(','),
        pending: database.pending,
        applied: database.applied,
        failed: database.failed,
        plan: database.plan,
    };
}

// EXTERNAL MODULE: ./build/report/report.js + 2 modules
var report_report = __nccwpck_require__(4243);
// EXTERNAL MODULE: ./build/action/files.js
var files = __nccwpck_require__(5252);
;// CONCATENATED MODULE: ./build/changes/with-warning.js
/** The same changes, and a warning before the others. */
function withWarning(changeSet, warning) {
    return changeSet.known
        ? { ...changeSet, warnings: [warning, ...changeSet.warnings] }
        : { known: false, level: 'warning', why: `${warning} ${changeSet.why}` };
}

// EXTERNAL MODULE: ./build/action/api-error.js
var api_error = __nccwpck_require__(6556);
;// CONCATENATED MODULE: ./build/action/last-success.js


const apiTimeoutMs = 30_000;
/**
 * With `since: last-success`, changes since the commit of the last run of this workflow that succeeded on this branch: a run
 * that was cancelled or failed then loses nothing. Without one, as without the input, and the reason is a warning.
 * Never throws.
 */
function lastSuccessSource(options) {
    const { git, fallback } = options;
    return {
        async list(event, detection) {
            if (detection.since === undefined || detection.base === 'HEAD')
                return fallback.list(event, detection);
            const found = await findLastSuccess(options, event);
            if (typeof found !== 'string')
                return git.list(event, { ...detection, lastSuccess: found });
            const why = `${found}, so \`since: last-success\` compares as if it were not there.`;
            return withWarning(await fallback.list(event, detection), why);
        },
        tracked: async () => git.tracked?.(),
    };
}
/** The commit; or why there is none, as the beginning of a sentence. */
async function findLastSuccess(options, event) {
    const branch = event.pullRequest?.headRef ?? branchOf(event.ref);
    const workflow = /\/([^/]+\.ya?ml)@/.exec(options.workflowRef)?.[1];
    if (options.token === '')
        return 'There is no `token` to ask GitHub with';
    if (branch === undefined)
        return `${event.name === '' ? 'This run' : event.name} is on no branch`;
    if (workflow === undefined)
        return 'The runner does not say which workflow this is';
    try {
        const run = await askForRun(options, event, workflow, branch);
        if (run === undefined)
            return `No earlier run of ${workflow} succeeded on ${branch}`;
        return { commit: run.head_sha, words: `the last successful run on ${branch} (#${run.run_number})` };
    }
    catch (error) {
        const status = (0,api_error/* statusOf */.c)(error);
        const cure = status === 403 || status === 404 ? ': give the job `permissions: actions: read`' : '';
        return `GitHub did not list the runs of ${workflow} (${status ?? 'no answer'}${cure})`;
    }
}
async function askForRun(options, event, workflow, branch) {
    // A chunk of its own: octokit is large, and only needed here.
    const { getOctokit } = await __nccwpck_require__.e(/* import() */ 413).then(__nccwpck_require__.bind(__nccwpck_require__, 2413));
    const silent = () => { };
    const client = getOctokit(options.token, {
        log: { debug: silent, info: silent, warn: silent, error: silent },
    });
    const [owner = '', repo = ''] = event.repository.split('/');
    const { data } = await client.rest.actions.listWorkflowRuns({
        owner,
        repo,
        workflow_id: workflow,
        branch,
        status: 'success',
        per_page: 20,
        // Per question: given to getOctokit it would replace the fetch that knows the proxy.
        request: { signal: AbortSignal.timeout(apiTimeoutMs) },
    });
    // A fork's branch of the same name is another branch.
    return data.workflow_runs.find(run => String(run.id) !== options.runId &&
        /^[0-9a-f]{40,64}$/.test(run.head_sha) &&
        run.head_repository?.full_name?.toLowerCase() === event.repository.toLowerCase());
}
function branchOf(ref) {
    return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
}

// EXTERNAL MODULE: ./build/next-line.js
var next_line = __nccwpck_require__(9694);
// EXTERNAL MODULE: ./build/settings/inputs.js + 1 modules
var settings_inputs = __nccwpck_require__(2451);
// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __nccwpck_require__(9078);
;// CONCATENATED MODULE: ./build/changes/detection.js
/** How the rules of a filter go together; `gitignore`: in order, and a `!` excludes. */
const quantifiers = ['some', 'every', 'gitignore'];

// EXTERNAL MODULE: ./build/changes/filter.js + 1 modules
var filter = __nccwpck_require__(9517);
// EXTERNAL MODULE: ./build/domain.js
var domain = __nccwpck_require__(9914);
// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
// EXTERNAL MODULE: ./build/settings/built.js
var built = __nccwpck_require__(5104);
// EXTERNAL MODULE: ./build/settings/config.js
var config = __nccwpck_require__(3660);
// EXTERNAL MODULE: ./build/settings/duration.js
var duration = __nccwpck_require__(4830);
// EXTERNAL MODULE: ./build/settings/find-file.js
var find_file = __nccwpck_require__(7392);
;// CONCATENATED MODULE: ./build/settings/read-approved.js

const read_approved_form = /^(?:(?<name>[A-Za-z][\w-]*):)?(?<fingerprint>[0-9a-f]{64}(?:-[0-9a-f]{16})?)$/;
/**
 * The input `approved-plan`: a fingerprint, or `name:fingerprint` for each of several databases. Gives the fingerprint
 * for each of `names`; nothing for all of them where the input is empty. What is wrong is a fault of the reader, and so
 * is a database that is left out: none runs unapproved beside one that is approved.
 */
function readApproved(inputs, names) {
    const approved = new Map();
    const given = inputs.text('approved-plan');
    const words = given.split(/[\s,]+/).filter(word => word !== '');
    const allowed = names.length > 1
        ? 'name:fingerprint for each database, comma separated'
        : 'the fingerprint that `plan` gives';
    // Nothing but commas, as of two outputs that are both empty, approves nothing.
    let refused = given !== '' && words.length === 0;
    if (refused)
        inputs.refuse('approved-plan', given, allowed);
    for (const word of words) {
        const { name = names.length === 1 ? names[0] : undefined, fingerprint } = read_approved_form.exec(word)?.groups ?? {};
        if (name !== undefined && fingerprint !== undefined)
            approved.set(name, fingerprint);
        else {
            refused = true;
            inputs.refuse('approved-plan', word, allowed);
        }
    }
    const lacking = names.filter(name => !approved.has(name));
    if (words.length > 0 && !refused && lacking.length > 0)
        inputs.faults.push((0,catalogue/* makeFault */.VI)('approved-lacking', { names: lacking.join(', ') }));
    return approved;
}

// EXTERNAL MODULE: ./build/engines/alembic/project/words.js
var words = __nccwpck_require__(4223);
;// CONCATENATED MODULE: ./build/settings/read-follow-ups.js




/** The inputs `after`, `smoke` and `smoke-command`, and the files of a rehearsal. What is wrong with them is a fault of the reader. */
function readFollowUps(inputs, workingDirectory) {
    const files = (name) => {
        const text = inputs.text(name);
        const paths = splitList(text);
        const wrong = text !== '' && paths.length === 0 ? [text] : paths.filter(build_text/* looksLikeUrl */.h0);
        for (const given of wrong)
            inputs.refuse(name, given, 'paths of SQL files, one a line');
        return paths.filter(given => !(0,build_text/* looksLikeUrl */.h0)(given)).map(given => scriptPath(given, workingDirectory));
    };
    const command = (0,words/* splitWords */.y)(inputs.text('smoke-command'));
    if (!command.ok)
        inputs.faults.push((0,catalogue/* makeFault */.VI)('smoke-command-words', { reason: command.reason }));
    const smokeCommand = command.ok ? command.words : [];
    // `''`: what would never run must not look like a check that passed.
    if (smokeCommand[0]?.trim() === '')
        inputs.refuse('smoke-command', inputs.text('smoke-command'), 'a program and its arguments');
    return {
        after: files('after'),
        smoke: files('smoke'),
        smokeCommand,
        baseline: files('baseline'),
        seed: files('seed'),
    };
}
/** The config file’s word for a database, in place of the step’s. */
function settleFollowUps(given, step, workingDirectory) {
    const placed = (paths, otherwise) => paths === undefined ? otherwise : paths.map(path => scriptPath(path, workingDirectory));
    return {
        after: placed(given.after, step.after),
        smoke: placed(given.smoke, step.smoke),
        baseline: placed(given.baseline, step.baseline),
        seed: placed(given.seed, step.seed),
    };
}
/** In the working directory, then at the repository root, as other files are. */
function scriptPath(given, workingDirectory) {
    return { given, candidates: [...new Set([external_node_path_.posix.join(workingDirectory, given), external_node_path_.posix.normalize(given)])] };
}
/** Commas or line ends: a path may have a space. */
function splitList(text) {
    return text
        .split(/[\n,]/)
        .map(word => word.trim())
        .filter(word => word !== '');
}

;// CONCATENATED MODULE: ./build/settings/read-revision.js

/** The `revision` input. What is wrong with it is a fault of the reader; nothing is assumed for `stamp` and `downgrade`. */
function readRevision(inputs, command) {
    const form = 'head, heads, base, a revision, a unique beginning of one, label@head, +N or -N';
    const given = inputs.matching('revision', /^(?!--)[\w.@+:-]+$/, form);
    if (given !== '')
        return given;
    if (command === 'stamp' || command === 'downgrade')
        inputs.faults.push((0,catalogue/* makeFault */.VI)('input-needed', { input: 'revision', command }));
    return 'head';
}
/** Revisions that mean something in every database. To take all of them back, each is named. */
const everywhere = {
    stamp: ['head', 'heads', 'base'],
    downgrade: [],
};
/** A revision of one database says nothing of another: `stamp` or `downgrade` with one of them needs one database. */
function stampFaults(command, revision, databases) {
    const fits = databases.length < 2 || everywhere[command]?.includes(revision) !== false;
    return fits ? [] : [(0,catalogue/* makeFault */.VI)('stamp-several', { command, revision, names: databases.join(', ') })];
}

;// CONCATENATED MODULE: ./build/settings/read-url.js


/** The input `database-url`: unset means the environment; an explicit empty text is a mistyped secret, and stays empty. */
function readUrlInput(inputs, raw, ports, command) {
    const given = raw['database-url'] ?? 'env:DATABASE_URL';
    if (!given.startsWith('env:'))
        return { source: 'the input database-url', variable: '', value: given };
    const variable = given.slice('env:'.length);
    const value = ports.environment(variable);
    const needed = command !== 'detect' && command !== 'check' && given !== 'env:DATABASE_URL';
    if (value === undefined && needed) {
        inputs.faults.push((0,catalogue/* makeFault */.VI)('variable-unset', { input: 'database-url', variable: (0,build_text/* showInput */.CM)(variable, 80) }));
    }
    const shown = (0,build_text/* showInput */.CM)(variable, 80);
    return { source: `the environment variable ${shown}`, variable: shown, value: value ?? '' };
}
/** The input `rehearse`. A variable that is not set is no reason to rehearse elsewhere. */
function readRehearse(inputs, ports, command) {
    const given = inputs.text('rehearse');
    if (given === 'auto' || given === 'off')
        return given;
    if (!given.startsWith('env:')) {
        if (given.includes('://'))
            return { source: 'the input rehearse', variable: '', value: given };
        inputs.refuse('rehearse', given, 'auto, off, env:NAME, a URL');
        return 'off';
    }
    const variable = (0,build_text/* showInput */.CM)(given.slice('env:'.length), 80);
    const value = ports.environment(given.slice('env:'.length)) ?? '';
    if (value.trim() === '' && command === 'check')
        inputs.faults.push((0,catalogue/* makeFault */.VI)('variable-unset', { input: 'rehearse', variable }));
    return { source: `the environment variable ${variable}`, variable, value };
}
/** The input `drift-url`: `off` or unset means none; an explicit empty text is a secret that is not there. */
function readDriftUrl(inputs, raw, ports) {
    const given = raw['drift-url']?.trim() ?? 'off';
    if (given === 'off')
        return undefined;
    if (given !== '' && !given.startsWith('env:') && !given.includes('://'))
        inputs.refuse('drift-url', given, 'off, env:NAME, a URL');
    if (!given.startsWith('env:'))
        return { source: 'the input drift-url', variable: '', value: given };
    const variable = (0,build_text/* showInput */.CM)(given.slice('env:'.length), 80);
    const value = ports.environment(given.slice('env:'.length)) ?? '';
    return { source: `the environment variable ${variable}`, variable, value };
}

// EXTERNAL MODULE: ./build/settings/settings.js
var settings = __nccwpck_require__(4663);
;// CONCATENATED MODULE: ./build/settings/read-settings.js

















const conventionalConfig = '.github/migration-gate.yml';
/** Turns raw inputs into Settings. Throws one GateError with every fault that was found. */
async function readSettings(raw, ports) {
    const inputs = (0,settings_inputs/* readInputs */.K)(raw);
    const command = inputs.oneOf('command', domain/* commands */.P);
    const workingDirectory = external_node_path_.posix.normalize(inputs.folder('working-directory')).replace(/\/$/, '');
    const revision = readRevision(inputs, command);
    const find = (path) => (0,find_file/* findFile */.q)(path, workingDirectory, ports.disk);
    const detection = readDetection(inputs, find);
    const template = readDatabaseInputs(inputs, workingDirectory);
    const allowPullRequest = inputs.yesNo('allow-pull-request');
    const image = inputs.folder('image') || undefined;
    const rehearse = readRehearse(inputs, ports, command);
    const driftUrl = readDriftUrl(inputs, raw, ports);
    const comment = inputs.oneOf('comment', ['auto', 'on', 'off']);
    const failOn = inputs.oneOf('fail-on', ['error', 'warning']);
    const config = await attempt(inputs.faults, () => loadConfig(inputs.text('config'), find));
    const databases = config === undefined
        ? [withUrl(inputs, template, raw, ports, command)]
        : fromConfig(config, { inputs, template, raw, ports, workingDirectory });
    const names = databases.map(database => database.name);
    if (driftUrl !== undefined && names.length > 1)
        inputs.refuse('drift-url', 'a URL', 'one database at a time: name it with `database`');
    inputs.faults.push(...stampFaults(command, revision, names));
    const approved = readApproved(inputs, names);
    const [first, ...others] = inputs.faults;
    if (first !== undefined)
        throw new errors/* GateError */.u(first, others);
    return {
        command,
        revision,
        dryRun: false,
        workingDirectory,
        databases: databases.map(one => ({ ...one, approvedPlan: approved.get(one.name) })),
        urlVariables: Object.values(config?.config.databases ?? {}).map(one => one.url),
        several: config !== undefined,
        detection,
        allowPullRequest,
        image,
        rehearse,
        stats: inputs.folder('stats') || undefined,
        driftUrl,
        comment,
        failOn,
        configPaths: [
            ...(config === undefined ? [] : [config.path]),
            external_node_path_.posix.join(workingDirectory, conventionalConfig),
            conventionalConfig,
        ],
        rules: config?.config.rules ?? {},
    };
}
function readDetection(inputs, find) {
    const given = inputs.text('filters');
    const detection = {
        filters: given === '' ? undefined : given,
        filtersSource: 'the filters input',
        base: inputs.text('base') || undefined,
        ref: inputs.text('ref') || undefined,
        token: inputs.text('token') || undefined,
        listFiles: inputs.oneOf('list-files', ['none', 'csv', 'json', 'shell', 'escape']),
        quantifier: inputs.oneOf('predicate-quantifier', quantifiers),
        fetchDepth: inputs.wholeNumber('initial-fetch-depth', 1, 1_000_000),
        ...(inputs.oneOf('since', ['none', 'last-success']) === 'none' ? {} : { since: 'last-success' }),
    };
    if (given === '' || !(0,filter/* looksLikePath */.j8)(given))
        return detection;
    const found = find(given);
    if ('text' in found)
        return { ...detection, filters: found.text, filtersSource: found.path };
    inputs.faults.push((0,catalogue/* makeFault */.VI)('filters-missing', {
        path: (0,build_text/* showInput */.CM)(given, 120),
        looked: found.looked.map(path => (0,build_text/* showInput */.CM)(path)),
    }));
    return detection;
}
function readDatabaseInputs(inputs, workingDirectory) {
    const directory = inputs.folder('directory');
    return {
        engine: inputs.oneOf('engine', settings/* engineNames */.Ry, built/* builtEngines */.M),
        directory: directory === '' ? undefined : external_node_path_.posix.join(workingDirectory, directory),
        run: inputs.text('run') || undefined,
        historyTable: inputs.matching('history-table', settings/* tableForm */.xe, 'table or schema.table') || undefined,
        lockTimeoutMs: inputs.durationMs('lock-timeout'),
        statementTimeoutMs: inputs.durationMs('statement-timeout'),
        waitMs: inputs.durationMs('wait'),
        waitText: inputs.text('wait'),
        expectHost: globs(inputs.text('expect-host')),
        expectDatabase: globs(inputs.text('expect-database')),
        allow: inputs.listOf('allow', domain/* allowable */.I),
        approvedPlan: undefined,
        ...readFollowUps(inputs, workingDirectory),
    };
}
async function loadConfig(given, find) {
    const found = find(given === '' ? conventionalConfig : given);
    if ('text' in found)
        return { path: found.path, config: await (0,config/* readConfig */.X)(found.text, found.path) };
    if (found.reason !== undefined) {
        throw new errors/* GateError */.u((0,catalogue/* makeFault */.VI)('config-unreadable', { path: (0,build_text/* showInput */.CM)(found.looked[0] ?? ''), reason: found.reason }));
    }
    if (given === '')
        return undefined;
    throw new errors/* GateError */.u((0,catalogue/* makeFault */.VI)('config-missing', {
        path: (0,build_text/* showInput */.CM)(given, 120),
        looked: found.looked.map(path => (0,build_text/* showInput */.CM)(path)),
    }));
}
/** Keeps the faults of one reader beside those of the others. */
async function attempt(faults, read) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof errors/* GateError */.u))
            throw error;
        faults.push(error.fault, ...error.others);
        return undefined;
    }
}
function withUrl(inputs, template, raw, ports, command) {
    for (const name of inputs.text('database').split(',')) {
        if (name.trim() === '')
            continue;
        inputs.faults.push((0,catalogue/* makeFault */.VI)('database-unknown', { name: (0,build_text/* showInput */.CM)(name.trim(), 60), known: '', path: '' }));
    }
    return { name: settings/* onlyDatabase */.Wj, url: readUrlInput(inputs, raw, ports, command), paths: undefined, ...template };
}
function fromConfig({ path, config }, base) {
    const { inputs, template, raw, ports, workingDirectory } = base;
    const known = Object.keys(config.databases);
    const asked = inputs
        .text('database')
        .split(',')
        .map(name => name.trim())
        .filter(name => name !== '');
    for (const name of asked.filter(one => !known.includes(one))) {
        inputs.faults.push((0,catalogue/* makeFault */.VI)('database-unknown', { name: (0,build_text/* showInput */.CM)(name, 60), known: known.join(', '), path }));
    }
    const chosen = known.filter(name => asked.length === 0 || asked.includes(name));
    const direct = raw['database-url'] !== undefined && raw['database-url'] !== 'env:DATABASE_URL';
    if (direct && chosen.length > 1) {
        inputs.faults.push((0,catalogue/* makeFault */.VI)('url-for-several', { names: chosen.join(' and ') }));
    }
    return chosen.map(name => {
        const given = config.databases[name];
        if ((0,build_text/* looksLikeUrl */.h0)(given.directory ?? ''))
            inputs.refuse(`databases.${name}.directory`, given.directory ?? '', 'a folder');
        const url = direct
            ? readUrlInput(inputs, raw, ports, 'detect')
            : {
                source: `the environment variable ${given.url}`,
                variable: given.url,
                value: ports.environment(given.url) ?? '',
            };
        return { ...template, ...settled(given, template, workingDirectory), name, url, paths: given.paths };
    });
}
/** The config file's word for a database, before the step's inputs. Durations were checked by the schema. */
function settled(given, template, workingDirectory) {
    const ms = (text, otherwise) => text === undefined ? otherwise : ((0,duration/* readDuration */.$)(text) ?? otherwise);
    return {
        engine: given.engine ?? template.engine,
        directory: given.directory === undefined ? template.directory : external_node_path_.posix.join(workingDirectory, given.directory),
        run: given.run ?? template.run,
        historyTable: given['history-table'] ?? template.historyTable,
        lockTimeoutMs: ms(given['lock-timeout'], template.lockTimeoutMs),
        statementTimeoutMs: ms(given['statement-timeout'], template.statementTimeoutMs),
        waitMs: ms(given.wait, template.waitMs),
        waitText: given.wait ?? template.waitText,
        // Both hold: what a pull request may edit must not loosen the step's guard.
        expectHost: [...template.expectHost, ...globs(given['expect-host'])],
        expectDatabase: [...template.expectDatabase, ...globs(given['expect-database'])],
        ...settleFollowUps(given, template, workingDirectory),
    };
}
function globs(given = '') {
    return given === '' ? [] : [given];
}

;// CONCATENATED MODULE: ./build/action/prepare.js








/** Reads inputs, settings and secrets. Writes nothing. */
async function prepare(env) {
    const inputs = readInputs(env);
    const early = earlySecrets(inputs, env);
    const aim = (0,next_line/* aimOf */.Bx)(inputs);
    // The runner gives every input that an action.yml has; only that of `detect/` has filters and no database.
    const filtersFirst = inputs['database-url'] === undefined && inputs.filters !== undefined;
    const ground = await findGround(env.GITHUB_WORKSPACE || process.cwd(), inputs, env);
    const { root, repository } = ground;
    try {
        const ports = { disk: (0,disk/* openDisk */.UJ)(root), environment: (name) => env[name] };
        const settings = await readSettings(ground.inputs, ports);
        const masks = collectSecrets(settings);
        const redact = (0,build_redact/* makeRedactor */.$)([...early, ...masks]);
        return { env, root, repository, settings, faults: [], masks, redact, aim, filtersFirst };
    }
    catch (error) {
        return {
            env,
            root,
            repository,
            settings: undefined,
            faults: (0,faults/* asFaults */.K)(error),
            masks: urlSecrets(inputs, env),
            redact: (0,build_redact/* makeRedactor */.$)(early),
            aim,
            filtersFirst,
        };
    }
}
/** Only what the step was given: an input that is absent is not the same as an empty one. */
function readInputs(env) {
    const names = Object.keys(settings_inputs/* inputDefaults */.V);
    const given = names.filter(name => env[`INPUT_${name.toUpperCase()}`] !== undefined);
    return Object.fromEntries(given.map(name => [name, core/* getInput */.V4(name)]));
}

;// CONCATENATED MODULE: ./build/action/pull-request.js



/** GitHub's list ends here without saying so (docs: "Responses include a maximum of 3000 files"). */
const mostFiles = 3_000;
const pull_request_apiTimeoutMs = 60_000;
const pull_request_statuses = {
    added: 'added',
    removed: 'deleted',
    modified: 'modified',
    copied: 'copied',
    changed: 'type-changed',
};
/**
 * Changes as GitHub lists them for a pull request: needs no history, and no checkout. Every other event, and every
 * failure (said in a warning that names the cure), goes to the fallback. Never throws.
 */
function pullRequestSource(options) {
    return {
        async list(event, detection) {
            const asked = event.pullRequest !== undefined && options.token !== '' && detection.base !== 'HEAD';
            if (!asked)
                return options.fallback.list(event, detection);
            try {
                const rows = await listRows(options.token, event);
                if (rows.length < mostFiles)
                    return describeRows(rows, event, warnIgnored(detection));
                const full = `GitHub lists no more than ${mostFiles.toLocaleString('en')} files of a pull request: git was asked instead.`;
                return withWarning(await options.fallback.list(event, detection), full);
            }
            catch (error) {
                return withWarning(await options.fallback.list(event, detection), sayApiError(error));
            }
        },
        tracked: async () => options.fallback.tracked?.(),
    };
}
async function listRows(token, event) {
    // A chunk of its own: octokit is large, and only needed here.
    const { getOctokit } = await __nccwpck_require__.e(/* import() */ 413).then(__nccwpck_require__.bind(__nccwpck_require__, 2413));
    const silent = () => { };
    const log = { debug: silent, info: silent, warn: silent, error: silent };
    const client = getOctokit(token, { log });
    const [owner = '', repo = ''] = event.repository.split('/');
    const rows = [];
    // Per question: given to getOctokit it would replace the fetch that knows the proxy.
    const request = { signal: AbortSignal.timeout(pull_request_apiTimeoutMs) };
    const question = { owner, repo, pull_number: event.pullRequest?.number ?? 0, per_page: 100, request };
    for await (const page of client.paginate.iterator(client.rest.pulls.listFiles, question)) {
        // A proxy's page, say: taken for a list it would be a silent "nothing changed".
        if (!Array.isArray(page.data))
            throw new Error('the answer is no list');
        rows.push(...page.data);
        if (rows.length >= mostFiles)
            break;
    }
    return rows;
}
function describeRows(rows, event, warnings) {
    const pull = event.pullRequest;
    return {
        known: true,
        comparison: {
            base: pull?.baseSha ?? '',
            head: pull?.headSha ?? '',
            why: `pull request #${pull?.number}: its files as GitHub lists them`,
        },
        changes: rows.flatMap(toChanges),
        warnings,
    };
}
/** A rename is two changes, as it is for git with `--no-renames`. */
function toChanges(row) {
    if (row.status === 'unchanged')
        return [];
    if (row.status !== 'renamed')
        return [{ path: row.filename, status: pull_request_statuses[row.status] ?? 'modified' }];
    const added = { path: row.filename, status: 'added' };
    return row.previous_filename === undefined
        ? [added]
        : [added, { path: row.previous_filename, status: 'deleted' }];
}
function warnIgnored(detection) {
    const ignored = [
        detection.base === undefined
            ? ''
            : '`base` is ignored: GitHub lists the files of the pull request (`token: ""` asks git).',
        detection.ref === undefined ? '' : '`ref` is ignored on a pull request.',
    ];
    return ignored.filter(text => text !== '');
}
function sayApiError(error) {
    const status = (0,api_error/* statusOf */.c)(error);
    const instead = 'git was asked instead';
    if (status === 401 || status === 403 || status === 404) {
        return `GitHub did not list the pull request's files (${status}), so ${instead}: give the job \`permissions: pull-requests: read\`.`;
    }
    const said = error instanceof Error ? (0,build_text/* oneLine */.TN)(error.message, 150) : 'no reason given';
    return `GitHub did not list the pull request's files (${status ?? said}), so ${instead}.`;
}

// EXTERNAL MODULE: ./build/action/reporter.js
var action_reporter = __nccwpck_require__(1254);
;// CONCATENATED MODULE: ./build/action/run.js




















/** The runner starts the bundle twice: for the step, and once more after the job’s last step. */
async function runPhase() {
    (0,ending/* outliveStreams */.uJ)();
    const close = (0,ending/* closeOnUnexpected */.tq)(tellUnexpected);
    try {
        if (core/* getState */.Gu('phase') === '')
            await runMain();
        else if (leftBackend()) {
            const { runPost } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 6517));
            await runPost(await prepare(process.env));
        }
    }
    catch (error) {
        close(error);
    }
}
/** Whether the step ended before its end, with a server session of its own. */
function leftBackend() {
    return core/* getState */.Gu('finished') !== 'true' && core/* getState */.Gu('backend') !== '';
}
/** A bug of ours closes the gate with a sentence; its stack is for who asks for debug. */
function tellUnexpected({ message, cure, debug }) {
    const redact = (0,build_redact/* makeRedactor */.$)([process.env['INPUT_DATABASE-URL'] ?? '', ...environmentSecrets(process.env)]);
    core/* error */.z3((0,build_text/* harmless */.Is)(redact(`${message} ${cure}`)));
    if (debug !== undefined)
        core/* debug */.Yz((0,build_text/* harmless */.Is)(redact(debug)));
}
async function runMain() {
    (0,ending/* stopOnSignals */.ZI)();
    (0,files/* saveState */.LZ)('phase', 'main');
    const prepared = await prepare(process.env);
    const { env, root, repository: found, settings, masks, redact, aim } = prepared;
    for (const secret of masks)
        maskInRunner(secret);
    const write = (0,action_reporter/* sink */.Qk)(redact);
    const reporter = (0,action_reporter/* actionReporter */.I6)(write, (0,action_reporter/* sayNextOf */.yE)(aim));
    if (settings === undefined) {
        const report = (0,report_report/* failedReport */.k)(prepared.faults, new Date());
        for (const fault of prepared.faults)
            reporter({ kind: 'fault', database: '', fault, allowed: false });
        reporter({ kind: 'report', report });
        return finish(report, prepared, write);
    }
    const event = (0,build_event/* readEvent */.j_)(env, readPayload(env));
    const git = gitSource({ cwd: root, env, found });
    const token = settings.detection.token ?? '';
    const changes = lastSuccessSource({
        token,
        workflowRef: env.GITHUB_WORKFLOW_REF ?? '',
        runId: env.GITHUB_RUN_ID ?? '',
        git,
        fallback: pullRequestSource({ token, fallback: git }),
    });
    const commit = event.sha || ((await (0,changes_repository/* headCommit */.Qo)({ cwd: root, env, found })) ?? '');
    const actor = env.GITHUB_ACTOR ?? '';
    const outside = {
        disk: (0,disk/* openDisk */.UJ)(root),
        root,
        environment: env,
        changes,
        reporter,
        redact,
        actor,
        commit,
        signal: ending/* stopping */.fX,
    };
    const { runGate, wireGate } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 1657));
    const report = await runGate(settings, event, wireGate(settings, event, outside), ending/* stopping */.fX);
    await finish(report, prepared, write, event);
}
/** Outputs, report, summary, annotations and exit code: on failure as on success, each whatever became of the others. */
async function finish(whole, prepared, write, event) {
    const { env, redact, aim } = prepared;
    const report = redactReport(whole, redact);
    const results = await Promise.allSettled([
        (0,files/* writeRunnerFile */.oJ)('GITHUB_OUTPUT', () => tellOutputs(report, prepared)),
        (0,files/* writeRunnerFile */.oJ)('GITHUB_STEP_SUMMARY', async () => {
            if (env.GITHUB_STEP_SUMMARY)
                await summary.addRaw(redact(renderSummary(report, (0,action_reporter/* sayNextOf */.yE)(aim)))).write();
        }),
        // Whatever the others came to: nothing is left of this step that the post step would have to end.
        (0,files/* writeRunnerFile */.oJ)('GITHUB_STATE', () => core/* saveState */.LZ('finished', 'true')),
    ]);
    (0,action_reporter/* annotateFaults */.i)(report, redact, aim);
    if (event !== undefined)
        await comment(report, event, prepared);
    for (const result of results) {
        if (result.status === 'fulfilled')
            continue;
        (0,ending/* neverSucceed */.Hc)();
        const { id, message, cure } = (0,faults/* asFault */.P)(result.reason);
        write(`🔴 ${message}`);
        core/* error */.z3((0,build_text/* harmless */.Is)(redact(`${message} ${cure}`)), { title: `Migration Gate: ${id}` });
    }
    (0,ending/* endWith */.qZ)(exitCodeOf(whole));
}
/** Only `check` comments. Nothing depends on it: what could not be written is a notice. */
async function comment(report, event, prepared) {
    const { env, settings, redact, aim } = prepared;
    if (settings?.command !== 'check' || settings.comment === 'off' || ending/* stopping */.fX.aborted)
        return;
    const { upsertComment } = await __nccwpck_require__.e(/* import() */ 654).then(__nccwpck_require__.bind(__nccwpck_require__, 5654));
    const note = await upsertComment({
        when: settings.comment,
        token: settings.detection.token ?? '',
        event,
        env,
        report,
        sayNext: (0,action_reporter/* sayNextOf */.yE)(aim),
        redact,
        signal: ending/* stopping */.fX,
    });
    if (note !== undefined)
        core/* notice */.lm((0,build_text/* harmless */.Is)(redact(note)), { title: 'Migration Gate: comment' });
}
function tellOutputs(report, { env, settings, redact, filtersFirst }) {
    const path = (0,external_node_path_.join)(env.RUNNER_TEMP || env.TMPDIR || '/tmp', `migration-gate-${(0,external_node_crypto_.randomUUID)()}.json`);
    const written = (0,disk/* writeText */.x3)(path, renderReport(report));
    if (!written) {
        const text = `The report could not be written to ${path}: the output \`report\` is empty.`;
        core/* warning */.$e((0,build_text/* harmless */.Is)(redact(text)), { title: 'Migration Gate: report' });
    }
    const listFiles = settings?.detection.listFiles ?? 'none';
    const several = settings?.several ?? false;
    const { values, warnings } = makeOutputs(report, written ? path : '', listFiles, several, filtersFirst);
    for (const warning of warnings)
        core/* warning */.$e(redact(warning), { title: 'Migration Gate: outputs' });
    (0,files/* setOutputs */.n0)(env.GITHUB_OUTPUT ?? '', values);
}
/** The runner masks what it is told, letter for letter; short words would take half of every log with them. */
function maskInRunner(secret) {
    for (const line of secret.split(/\r?\n/)) {
        // Percent-encoded, a short password is no less short.
        if (line.replace(/%[0-9a-f]{2}/gi, 'x').length >= 8)
            core/* setSecret */.Pq(line);
    }
}


/***/ }),

/***/ 3817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ sayFollowUp),
/* harmony export */   O3: () => (/* binding */ listFollowUps),
/* harmony export */   OT: () => (/* binding */ noteFollowUps)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(977);

/** All of them, in the order in which they run. Pure. */
function listFollowUps({ after, smoke, command }) {
    const scripts = (kind, files) => files.map(script => ({ kind, name: script.path, script }));
    return [
        ...scripts('after', after),
        ...scripts('smoke', smoke),
        ...(command.length === 0
            ? []
            : [{ kind: 'smoke-command', name: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(command.join(' '), 120) }]),
    ];
}
/** A file or command as messages name it. */
function sayFollowUp({ kind, name }) {
    return kind === 'smoke-command'
        ? `the \`smoke-command\` ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(name)}`
        : `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(name)} (\`${kind}\`)`;
}
/** What an upgrade does besides its revisions, said before it does. Pure. */
function noteFollowUps(database, followUps) {
    const listed = followUps === undefined ? [] : listFollowUps(followUps);
    if (listed.length === 0)
        return [];
    return [{ kind: 'applies-now', text: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(`then ${listed.map(sayFollowUp).join(', ')}`, 500), database }];
}


/***/ }),

/***/ 5378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ withFollowUps),
/* harmony export */   j: () => (/* binding */ findDisapproval)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9078);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(977);



/**
 * The plan with what follows its revisions: their problems are in its way, and files of `after` give its fingerprint a
 * second part, since they write. Pure.
 */
function withFollowUps(plan, followUps) {
    if (followUps === undefined)
        return plan;
    const { after, problems } = followUps;
    const part = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(after.map(({ path, text }) => [path, text])));
    return {
        ...plan,
        problems: [...plan.problems, ...problems],
        fingerprint: after.length === 0 ? plan.fingerprint : `${plan.fingerprint}-${part.digest('hex').slice(0, 16)}`,
    };
}
/**
 * Why a plan may not be carried out: it is not the one that was approved. Where nothing is pending, as in a second run
 * of the same deploy, there is nothing to hold against it but the files of `after`. Pure.
 */
function findDisapproval(plan, approved) {
    if (approved === undefined || approved === plan.fingerprint)
        return undefined;
    if (plan.pending.length === 0 && afterPart(approved) === afterPart(plan.fingerprint))
        return undefined;
    const ids = plan.pending.map(revision => revision.id);
    const pending = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(ids.length <= 20 ? ids.join(', ') : `${ids.slice(0, 19).join(', ')} and ${ids.length - 19} more`, 600);
    return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .makeFault */ .VI)('plan-differs', { now: plan.fingerprint, approved, pending }, { next: [{ command: 'plan' }] });
}
function afterPart(fingerprint) {
    return fingerprint.split('-')[1] ?? '';
}


/***/ }),

/***/ 9078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  em: () => (/* binding */ gateError),
  VI: () => (/* binding */ makeFault)
});

// UNUSED EXPORTS: catalogue

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
// EXTERNAL MODULE: ./build/catalogue/entry.js
var entry = __nccwpck_require__(4302);
;// CONCATENATED MODULE: ./build/catalogue/alembic.js

const named = (id) => (id === '' ? 'A revision' : `Revision ${id}`);
const coded = (code) => (code === '' ? '' : ` (${code})`);
const sent = (sql) => (sql === '' ? '' : `, at \`${sql.replaceAll('`', "'")}\``);
/** What Alembic itself refuses, and what goes wrong inside its revisions. */
const alembicEntries = {
    'alembic-heads': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic finds more than one head${f.heads === '' ? '' : `: ${f.heads}`}.`,
        cure: () => 'Join them in a revision (`alembic merge`) and commit its file. Where branches are meant to stay apart, use `heads`.',
        example: { heads: '3f2a, 9b1c' },
    }),
    'alembic-unknown-revision': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic cannot find revision ${f.id}: no script in ${f.folder} has that id.`,
        cure: () => 'Most often the database is ahead of this commit: deploy a commit that has the revision. If its file was removed, bring it back.',
        example: { id: '9b1c', folder: 'alembic/versions' },
    }),
    'alembic-overlapping': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic refuses ${f.one} beside ${f.other}: one of them comes from the other.`,
        cure: f => `Only the newest of a line may stand in the version table, and be asked for. See with \`current\` where the database stands, then \`stamp\` the later one of ${f.one} and ${f.other}.`,
        example: { one: '0002', other: '0001' },
    }),
    'alembic-behind': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic refuses because ${f.where} does not have every revision yet.`,
        cure: () => 'Run `upgrade` first, then the same command again.',
        example: { where: 'db.example.com:5432/app' },
    }),
    'alembic-config': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `Alembic cannot use its configuration: ${f.reason}.`,
        cure: f => `See that alembic.ini or [tool.alembic] of pyproject.toml is in ${f.folder} and that \`script_location\` names the folder of env.py; \`directory\` and \`run\` say where the gate starts Alembic.`,
        example: { reason: "No 'script_location' key found in configuration", folder: 'backend' },
    }),
    'alembic-ambiguous': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic cannot tell which branch is meant: ${f.reason}.`,
        cure: () => 'Name the revision itself, or `heads` for every branch.',
        example: { reason: 'Ambiguous upgrade from multiple current revisions' },
    }),
    'alembic-raced': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Somebody else migrated ${f.where} at the same time: ${f.reason}.`,
        cure: () => 'Run the same command again: it starts from where the database stands now. The gate lock holds off other gates, not a plain `alembic upgrade`; let every run go through the gate.',
        example: {
            where: 'db.example.com:5432/app',
            reason: 'expected to match one row when updating 0001 to 0002; 0 found',
        },
    }),
    'alembic-parent': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `A revision in ${f.folder} comes after ${f.id}, of which there is no script.`,
        cure: f => `Bring the script of ${f.id} back, or correct the \`down_revision\` that names it.`,
        example: { id: '0009', folder: 'alembic/versions' },
    }),
    'alembic-command': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic refused: ${f.reason}.`,
        cure: () => 'Mend what it names, then run the same command again.',
        example: { reason: 'Cycle is detected in revisions (0002, 0003)' },
    }),
    'alembic-usage': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `Alembic does not understand how it was started: ${f.reason}.`,
        cure: f => `Correct the input \`run\`: it is what comes before the sub-command, such as \`${f.program}\`, with -c, -n and -x at most.`,
        example: { reason: 'unrecognized arguments: --colour', program: 'uv run alembic' },
    }),
    'alembic-id-refused': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The id ${f.id} has ${f.length} characters, and ${f.table} holds 32.`,
        cure: () => 'Give the revision an id of at most 32 characters, in its `revision` and wherever a `down_revision` names it.',
        example: { id: '2024_03_01_add_the_status_column_to_orders', length: 42, table: 'alembic_version' },
    }),
    'alembic-failed': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${named(f.id)} failed${sent(f.sql)}: ${f.reason}${coded(f.code)}.`,
        cure: () => 'Mend the revision, commit it, and run again: what is applied stays, what is pending runs.',
        example: { id: '0003', reason: 'syntax error at or near "ad"', code: '42601', sql: 'alter table …' },
    }),
    'alembic-exists': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${named(f.id)} makes what is already there${sent(f.sql)}: ${f.reason}${coded(f.code)}.`,
        cure: () => 'Compare the revision with the database: if all of it is there, `stamp` it; if not, drop what is there, or finish it by hand and `stamp`.',
        example: { id: '0005', reason: 'relation "orders" already exists', code: '42P07', sql: '' },
    }),
    'alembic-absent': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${named(f.id)} needs what is not there${sent(f.sql)}: ${f.reason}${coded(f.code)}.`,
        cure: f => `${f.hint === '' ? '' : `${f.hint} `}See whether the name is right and in the search_path, and whether somebody changed this database by hand.`,
        example: { id: '0005', reason: 'relation "orders" does not exist', code: '42P01', sql: '', hint: '' },
    }),
    'out-of-step': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.text} The server said: ${f.reason}${coded(f.code)}.`,
        cure: f => `See that it is there as ${f.id} would make it, then record it: \`stamp ${f.id}\`; the next run goes on after it.`,
        example: {
            id: '0005',
            reason: 'relation "orders" already exists',
            code: '42P07',
            text: 'Out of step: as far as names tell, everything that 0005 makes is already there (table orders), and the version table does not know it.',
        },
    }),
    'half-there': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.text} The server said: ${f.reason}${coded(f.code)}.`,
        cure: f => `Either undo by hand what is there and run again, or finish by hand what is not and record it: \`stamp ${f.id}\`.`,
        example: {
            id: '0005',
            reason: 'relation "orders" already exists',
            code: '42P07',
            text: 'A part of 0005 is in the database, as after a run by hand. There: table orders. Not there: index orders_email.',
        },
    }),
    'alembic-rights': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.id === '' ? 'Alembic' : named(f.id)} may not do this as ${f.user}: ${f.reason} (42501).`,
        cure: f => `${f.way}; then run again.`,
        example: {
            id: '0005',
            reason: 'permission denied for table orders',
            user: 'relay',
            way: 'As its owner or a superuser: `grant select, insert, update, delete on table orders to relay;`',
        },
    }),
    'alembic-lock-timeout': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${named(f.id)} waited for a lock that others held for too long${sent(f.sql)}, and gave up before it held up every query behind it (55P03).`,
        cure: () => 'Run again when less is under way, or end the transaction that holds the table (pg_stat_activity); `lock-timeout` sets how long to wait.',
        example: { id: '0005', sql: 'ALTER TABLE orders ADD COLUMN status TEXT' },
    }),
    'alembic-deadlock': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${named(f.id)} and another session waited for each other${sent(f.sql)}, and the server ended this one (40P01).`,
        cure: () => 'Run again. If it comes back, take the locks of the revision in the order of the application.',
        example: { id: '0005', sql: 'ALTER TABLE orders ADD COLUMN status TEXT' },
    }),
    'alembic-cancelled': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${named(f.id)} was cancelled by the server${sent(f.sql)}: ${f.reason} (57014).`,
        cure: () => 'If it was the statement timeout: raise it in the revision (`set local statement_timeout`), or do the work in smaller pieces.',
        example: { id: '0005', reason: 'canceling statement due to statement timeout', sql: '' },
    }),
    'alembic-duplicate-key': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${named(f.id)} meets rows that are there twice${sent(f.sql)}: ${f.reason} (23505).`,
        cure: () => 'Find them (group by the columns, having count(*) > 1), settle them in a revision before this one, and run again.',
        example: { id: '0005', reason: 'could not create unique index "orders_email"', sql: '' },
    }),
    'alembic-not-null': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${named(f.id)} meets rows without a value${sent(f.sql)}: ${f.reason} (23502).`,
        cure: () => 'In two steps: first fill the column (a backfill, and a default for new rows), then `SET NOT NULL`.',
        example: {
            id: '0005',
            reason: 'some rows of "orders" have no "email"',
            sql: '',
        },
    }),
    'alembic-several': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${named(f.id)} sends several statements in one op.execute, which asyncpg refuses.`,
        cure: () => 'Write one `op.execute` for each statement.',
        example: { id: '0005' },
    }),
    'alembic-lost': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The connection of Alembic was lost while ${f.id === '' ? 'it ran' : `revision ${f.id} ran`}: ${f.reason}.`,
        cure: () => 'Run again: the version table decides what is applied, and the run goes on from there.',
        example: { id: '0005', reason: 'terminating connection due to administrator command' },
    }),
    'alembic-raised': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${named(f.id)} raised ${f.type}${f.reason === '' ? '' : `: ${f.reason}`}.`,
        cure: () => 'Mend the revision at this line, commit it, and run again.',
        example: { id: '0005', type: 'AttributeError', reason: "module 'alembic.op' has no attribute 'tabel'" },
    }),
    'python-syntax': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Python cannot read ${f.path}: ${f.reason}.`,
        cure: () => 'Correct the line, commit it, and run again.',
        example: { path: 'alembic/versions/0005_orders.py', reason: "SyntaxError: '(' was never closed" },
    }),
    'alembic-server': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The server refused Alembic outside of any revision${sent(f.sql)}: ${f.reason}${coded(f.code)}.`,
        cure: () => 'See what env.py asks there: its version table, its schema, and what it runs by itself.',
        example: { reason: 'schema "audit" does not exist', code: '3F000', sql: 'CREATE TABLE …' },
    }),
};

// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(977);
;// CONCATENATED MODULE: ./build/catalogue/alembic-files.js


/** What Alembic's configuration, revision files and graph can have wrong, all found before Python starts. */
const alembicFileEntries = {
    'alembic-run': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `The input \`run\` cannot be used to start Alembic: ${f.reason}.`,
        cure: () => 'Write the words that start it and nothing behind: `uv run alembic`, `uv run alembic -c db/alembic.ini`.',
        example: { reason: 'a quote is never closed' },
    }),
    'alembic-config-absent': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `Alembic’s configuration was not found: there is neither ${f.looked.join(' nor ')}.`,
        cure: () => 'Name its folder with `directory`, or the file with `run: alembic -c <file>`.',
        example: { looked: ['backend/alembic.ini', 'backend/pyproject.toml'] },
    }),
    'alembic-config-broken': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `${f.path} cannot be read as Alembic reads it: ${f.reason}.`,
        cure: () => 'Mend the line; `alembic heads` must run with this file.',
        example: { path: 'alembic.ini', reason: 'the section [alembic] stands there twice' },
    }),
    'alembic-config-value': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `${f.key} in ${f.path} has a value that Alembic does not take: ${f.reason}.`,
        cure: f => `Correct ${f.key}; the documentation of Alembic’s configuration lists what it can be.`,
        example: {
            path: 'alembic.ini',
            key: 'path_separator',
            reason: '"comma" is none of os, space, newline, : and ;',
        },
    }),
    'alembic-no-location': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `No script_location is set: neither ${f.looked.join(' nor ')} has it.`,
        cure: () => 'Set `script_location = %(here)s/alembic` there, or name another section with `-n` in `run`.',
        example: { looked: ['[alembic] of alembic.ini', '[tool.alembic] of pyproject.toml'] },
    }),
    'alembic-package': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `The Python package of "${f.location}" was not found as a folder; looked for ${f.looked.join(', ')}.`,
        cure: () => 'Write the location as a path, such as `%(here)s/src/app/migrations`, or add the package’s folder to prepend_sys_path.',
        example: { location: 'app:migrations', looked: ['app/migrations', 'src/app/migrations'] },
    }),
    'alembic-no-scripts': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `No Alembic revisions were found: ${f.places.join('; ')}.`,
        cure: () => 'See that the versions folder is in the checkout, and that script_location and version_locations name it.',
        example: { places: ['alembic/versions does not exist'] },
    }),
    'alembic-syntax': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Python cannot read this revision: ${f.reason}.`,
        cure: () => 'Mend the line; `python -m py_compile` on the file must say nothing.',
        example: { reason: 'a string begins here and never ends' },
    }),
    'alembic-variable-missing': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} does not set ${f.variable}, which every revision must.`,
        cure: f => f.variable === 'revision'
            ? 'Give it `revision = "<id>"`; or move the file out of the versions folder if it is no revision.'
            : 'Give it `down_revision = "<id of the one before>"`, or None if it is the first.',
        example: { path: 'alembic/versions/helpers.py', variable: 'revision' },
    }),
    'alembic-id-long': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The revision id ${f.id} has ${f.length} characters, and the version table holds 32: writing it would fail after the revision ran.`,
        cure: () => 'Shorten it, here and in the `down_revision` of the next one.',
        example: { id: '2026_11_22_add_a_column_to_the_orders_table', length: 43 },
    }),
    'alembic-id-characters': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The revision id "${f.id}" has ${f.characters.join(' and ')} in it, which Alembic refuses.`,
        cure: () => 'Write it without @, -, + and colon, here and in the `down_revision` of the next one.',
        example: { id: '2026-11-22', characters: ['-'] },
    }),
    'alembic-duplicate': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Revision ${f.id} has ${f.paths.length} files: ${(0,build_text/* joinAnd */.MO)(f.paths)}. Alembic would take the last one and never run the other.`,
        cure: () => 'Give the one that is not applied yet another `revision`, and a `down_revision` that fits.',
        example: { id: '3f2a', paths: ['alembic/versions/3f2a_orders.py', 'alembic/versions/3f2a_copy.py'] },
    }),
    'alembic-parent-missing': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Revision ${f.id} names "${f.wanted}" as its ${f.variable}, and no file has that revision.`,
        cure: f => f.near === ''
            ? `Bring the file of "${f.wanted}" back, or correct ${f.variable} in this line.`
            : `Correct this line to \`${f.variable} = "${f.near}"\` if that is what was meant; or bring the file of "${f.wanted}" back.`,
        example: { id: '9c1e', variable: 'down_revision', wanted: '3f2b', near: '3f2a' },
    }),
    'alembic-cycle': (0,entry/* entry */.f)({
        exit: 1,
        says: f => f.ids.length === 1
            ? `Revision ${f.ids[0]} comes after itself.`
            : `These revisions come after one another in a circle: ${[...f.ids, f.ids[0]].join(' → ')}.`,
        cure: () => 'One of them must name an earlier revision, or none: correct its `down_revision` or `depends_on`.',
        example: { ids: ['9c1e', '3f2a'] },
    }),
    'alembic-label-twice': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The branch label "${f.label}" of revision ${f.id} is already that of ${f.owner}.`,
        cure: () => 'Keep it on the first revision of the branch, and take it off the other.',
        example: { label: 'billing', id: '9c1e', owner: '3f2a' },
    }),
    'alembic-label-is-id': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The branch label "${f.label}" of revision ${f.id} is the id of a revision.`,
        cure: () => 'Give the branch another label.',
        example: { label: '3f2a', id: '9c1e', owner: '3f2a' },
    }),
    'multiple-heads': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `"${f.target}" is not one revision: ${(0,build_text/* joinAnd */.MO)(f.heads)} are all heads.`,
        cure: () => 'Join them in a revision (`alembic merge`) and commit its file. Where branches are meant to stay apart, use `heads`.',
        example: { target: 'head', heads: ['3f2a', '9c1e'] },
    }),
    'alembic-not-on-branch': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `Revision ${f.id} is not on the branch "${f.branch}".`,
        cure: () => 'Name the revision alone, or the branch that it is on.',
        example: { id: '9c1e', branch: 'billing' },
    }),
    'alembic-relative': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `The target "${f.wanted}" leads to no revision: ${f.reason}.`,
        cure: () => 'Name the revision itself, or `head`.',
        example: { wanted: '+5', reason: 'there are not that many revisions that way' },
    }),
    'alembic-overlap': (0,entry/* entry */.f)({
        exit: 1,
        says: f => f.what === 'row'
            ? `The version table holds ${f.lower} and ${f.upper}, but the one includes the other: Alembic refuses to work from there.`
            : `The target means ${f.lower} and ${f.upper}, but the one includes the other: Alembic refuses it.`,
        cure: f => f.what === 'row'
            ? `Delete the row of ${f.lower} from the version table if ${f.upper} is really applied.`
            : `Use ${f.upper} as the target, or \`heads\`.`,
        example: { what: 'row', lower: '3f2a', upper: '9c1e' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/alembic-run.js

/** What the gate itself finds wrong about a run of Alembic; what Alembic said is in `alembic.ts`. */
const alembicRunEntries = {
    'alembic-uncommitted': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic ended as if all were well, but ${f.table} does not have ${f.ids}: nothing of it was committed.`,
        cure: () => 'See in env.py that the connection commits: a statement sent on it before `context.configure` begins a transaction that nobody ends. `with context.begin_transaction():` must enclose `context.run_migrations()`.',
        example: { ids: '3f2a', table: 'public.alembic_version' },
    }),
    'alembic-elsewhere': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic worked in the database ${f.elsewhere}, and not in ${f.database}, where the URL of the gate leads: ${f.stands}.`,
        cure: f => `See in env.py where its URL comes from: it must be DATABASE_URL. What was committed in ${f.elsewhere} stays there.`,
        example: {
            elsewhere: 'legacy',
            database: 'shop',
            stands: 'public.alembic_version there does not have 3f2a',
        },
    }),
    'alembic-left': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic ended with exit code 0 in the middle of revision ${f.id}, as if all were well: ${f.table} does not have it.`,
        cure: () => 'Look in the revision and in env.py for os._exit or sys.exit; an error must be raised.',
        example: { id: '3f2a', table: 'public.alembic_version' },
    }),
    'alembic-idle': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic ended with exit code 0 and ran no revision: ${f.table} does not have ${f.ids}.`,
        cure: () => 'See that env.py calls `context.run_migrations()` on its way to the end, and that `run` starts Alembic itself.',
        example: { ids: '3f2a', table: 'public.alembic_version' },
    }),
    'alembic-unread': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic ended well, but the database does not answer any more: whether ${f.ids} is committed is not known.`,
        cure: () => 'See that the server is up and lets this user in; `current` says where it stands. Run again: what is applied is not run twice.',
        example: { ids: '3f2a, 9c1e' },
    }),
    'alembic-unstamped': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic ended as if ${f.id} were stamped, but the rows of ${f.table} are what they were.`,
        cure: () => 'See in env.py that the connection commits, and that it calls `context.run_migrations()` inside `with context.begin_transaction():`.',
        example: { id: '3f2a', table: 'public.alembic_version' },
    }),
    'alembic-not-asked': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `A revision cannot be read without running it, and Alembic could not be asked for its revisions: ${f.reason}.`,
        cure: () => 'Write `revision` and `down_revision` as plain texts; or set up Python before the gate, so that `alembic heads` runs.',
        example: { reason: 'uv was not found' },
    }),
    'lock-lost-during': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The connection that held the gate lock was lost${f.id === '' ? '' : ` while revision ${f.id} ran`}: another run could have begun, so Alembic was stopped.`,
        cure: () => 'Run it again: it starts from where the database stands.',
        example: { id: '3f2a' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/changes.js

/** Failures of the first stage. What merely cannot be compared is no failure: it counts as changed. */
const changesEntries = {
    'filters-missing': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `The filters file "${f.path}" does not exist; looked for ${f.looked.join(' and ')}.`,
        cure: () => 'Name a file that is in the checkout, or write the filters inline.',
        example: { path: '.github/filters.yml', looked: ['.github/filters.yml', 'backend/.github/filters.yml'] },
    }),
    'filters-yaml': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `The YAML of ${f.source} is wrong at line ${f.line}, column ${f.column}: ${f.reason}.`,
        cure: () => 'Correct the YAML there; the form is that of dorny/paths-filter.',
        example: { source: 'the filters input', line: 3, column: 5, reason: 'Map keys must be unique' },
    }),
    'filters-root': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `In ${f.source} there is ${f.found} where a map from filter names to patterns belongs.`,
        cure: () => "Write one filter a line, such as `migrations: 'migrations/**'`.",
        example: { source: 'the filters input', found: 'a list' },
    }),
    'filters-shape': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `In ${f.source}, the filter "${f.filter}" ${f.reason}.`,
        cure: () => 'A filter is a pattern, a list of patterns, or a map from a status (added, modified, …) to patterns.',
        example: {
            source: 'the filters input',
            filter: 'migrations',
            reason: 'has the number 3 where a pattern belongs',
        },
    }),
    'pattern-complex': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `The pattern \`${f.pattern}\` cannot be matched: ${f.reason}.`,
        cure: () => 'Write several shorter patterns.',
        example: { pattern: '{a,b}{a,b}{a,b}', reason: 'its braces make more than 10000 of it' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/check.js

/** The line that lets a finding through, in the comment of its engine's files. */
function allowLine(comment, word) {
    return `\`${comment} gate: allow ${word} because <reason>\``;
}
/** What `check` finds by comparing files, without a database. */
const checkEntries = {
    edited: (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} is merged (${f.target}) and was edited: ${f.changes}. A database that ran ${f.id} never sees this.`,
        cure: f => `Restore the file and put the change into a new revision. If no database ran it yet, let it through with the line ${allowLine(f.comment, 'modified')} in the file.`,
        example: {
            id: '0003',
            path: 'migrations/0003_add_status.sql',
            target: 'main',
            changes: '1 statement added',
            comment: '--',
        },
    }),
    'checksum-edited': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} is merged (${f.target}); its statements are the same, but comments or white space among them changed, and so did its checksum: a database that ran ${f.id} calls it modified and refuses the deploy.`,
        cure: f => `Restore the file. To keep the change, let it through with the line ${allowLine(f.comment, 'modified')} in the file, and say \`stamp\` to each database that ran it.`,
        example: { id: '0003', path: 'migrations/0003_add_status.sql', target: 'main', comment: '--' },
    }),
    'comment-only-edit': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} is merged (${f.target}); only its comments and white space changed.`,
        cure: () => 'Nothing has to be done; restore the file if it was not meant.',
        example: { id: '9c1e', path: 'alembic/versions/9c1e_orders.py', target: 'main' },
    }),
    'way-down-edited': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The way down of ${f.path}, which is merged (${f.target}), was edited; its way up is as it was.`,
        cure: () => 'See that it still takes back what the way up did; nothing else depends on it.',
        example: { id: '0003', path: 'migrations/0003_add_status.sql', target: 'main' },
    }),
    deleted: (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} is merged (${f.target}) and was deleted: a database that ran ${f.id} would hold a revision without a file.`,
        cure: f => `Bring the file back and undo it in a new revision. If it is gone on purpose, \`allow\` takes \`missing\`, or a new revision says \`gate: allow missing ${f.id} because <reason>\`.`,
        example: { id: '0003', path: 'migrations/0003_add_status.sql', target: 'main' },
    }),
    renamed: (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} is merged (${f.target}) and is now ${f.now}: ${f.id} became ${f.nowId}, and a database that ran ${f.id} would run it again.`,
        cure: f => `Give it its name and id back. If no database ran it yet, let it through with the line ${allowLine(f.comment, 'missing')} in the file.`,
        example: {
            id: '0003',
            path: 'migrations/0003_add_status.sql',
            target: 'main',
            now: 'migrations/0004_add_status.sql',
            nowId: '0004',
            comment: '--',
        },
    }),
    moved: (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} is merged (${f.target}) and is now ${f.now}; it is ${f.id} as before.${f.others === 0 ? '' : ` So it is with ${f.others} more of its folder.`}`,
        cure: () => 'Nothing has to be done: a history knows a revision by its id. Give it its old name if that was not meant.',
        example: {
            id: '0003',
            path: 'migrations/0003_add_status.sql',
            target: 'main',
            now: 'migrations/0003_status.sql',
            others: 0,
        },
    }),
    'sorts-before': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} is new but sorts before ${f.newest}, which is merged (${f.target}): a database that has ${f.newest} would refuse it as out of order.`,
        cure: () => 'Give it the next free version. If it may run late, let it through with the line `-- gate: allow out-of-order because <reason>` in the file, and deploy with `allow: out-of-order`.',
        example: { id: '0003', path: 'migrations/0003_add_status.sql', newest: '0004', target: 'main' },
    }),
    'empty-upgrade': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} does nothing on its way up: once ${f.id} is deployed, whatever is filled in later never runs.`,
        cure: f => `Write its statements, or take the file out of this change. If it is meant to be empty: ${allowLine(f.comment, 'empty-upgrade')}.`,
        example: { id: '9c1e', path: 'alembic/versions/9c1e_orders.py', comment: '#' },
    }),
    'no-way-down': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} has no way down: nothing takes ${f.id} back.`,
        cure: f => `Write one; or say that there is none: ${allowLine(f.comment, 'no-way-down')}. The rule \`no-way-down\` of the config file turns it off.`,
        example: { id: '0003', path: 'migrations/0003_add_status.sql', comment: '--' },
    }),
    'not-compared': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `What is merged could not be compared with what is here: ${f.reason}`,
        cure: () => 'Check out with `fetch-depth: 0`; on a terminal, run `git fetch` first.',
        example: { reason: 'The base of the comparison is not in this clone.' },
    }),
    'not-read': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.place} cannot be read without running it (${f.reason}): heads and parents were not checked, its text was.`,
        cure: () => 'Write `revision` and `down_revision` as plain texts.',
        example: { place: 'alembic/versions/9c1e_orders.py:3', reason: 'revision: it is computed' },
    }),
    'allow-unread': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `This line lets nothing through: ${f.line}.`,
        cure: f => `Write \`gate: allow <word> because <reason>\`; the words are ${f.words}.`,
        example: { line: '-- gate: allow modified', words: 'modified, missing and out-of-order' },
    }),
    'check-target': (0,entry/* entry */.f)({
        exit: 1,
        says: () => '`check` was asked on pull_request_target: it would read a stranger’s files in a job that may hold secrets.',
        cure: () => 'Run it on pull_request: it needs no secret, and works for forks.',
        example: {},
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/connection.js

/** How a private network is reached from outside. */
const tunnels = {
    Fly: 'Open a tunnel in a step before (flyctl proxy 15432:5432 -a <database app>) and use 127.0.0.1:15432, or run the gate on a machine of that network.',
    Railway: 'Use the public URL of the database (its TCP proxy, DATABASE_PUBLIC_URL).',
    Kubernetes: 'Forward the port in a step before (kubectl port-forward), or run the gate on a runner in the cluster.',
};
/** The way to the database: the URL and the connection. `where` is host, port and database, never more. */
const connectionEntries = {
    'url-form': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `What ${f.source} holds is no Postgres URL: ${f.reason}.`,
        cure: () => 'Use postgres://…@host:5432/database; the SQLAlchemy forms postgresql+asyncpg://, +psycopg:// and +psycopg2:// serve too.',
        example: { source: 'the environment variable DATABASE_URL', reason: 'it begins with mysql://' },
    }),
    'url-unexpected': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The URL points at ${f.found}, but \`${f.input}\` expects ${f.expected}: nothing was asked of it.`,
        cure: f => `See that the secret belongs to this environment, or correct \`${f.input}\`.`,
        example: { input: 'expect-host', expected: '*.staging.example.com', found: 'db.prod.example.com' },
    }),
    'connect-resolve': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The host ${f.host} has no address that this machine can find.`,
        cure: () => 'Check the host in the URL. The name of a service container is known to containers only: on the runner itself it is 127.0.0.1 with the mapped port.',
        example: { where: 'db.example.com:5432/app', host: 'db.example.com' },
    }),
    'connect-private': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The host ${f.host} is a private name, known only inside of its ${f.network} network.`,
        cure: f => tunnels[f.network] ?? 'Run the gate inside of that network, or open a tunnel to it first.',
        example: { host: 'relay-db.internal', network: 'Fly', port: '5432' },
    }),
    'connect-unroutable': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The host ${f.host} has an IPv6 address only, and this machine has no way to one.`,
        cure: () => 'GitHub’s runners have no IPv6: use the provider’s IPv4 address, or its pooler in session mode (Supabase: aws-….pooler.supabase.com, port 5432).',
        example: { where: 'db.abcdefgh.supabase.co:5432/postgres', host: 'db.abcdefgh.supabase.co' },
    }),
    'connect-refused': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `No connection to ${f.where}: ${f.reason}.`,
        cure: () => 'See that the server runs, that host and port are right, and that its firewall admits this machine.',
        example: { where: '127.0.0.1:5432/app', reason: 'the connection was refused' },
    }),
    'connect-password': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.where} refuses the password of ${f.user}.`,
        cure: () => 'Check the secret. Characters such as @ / : ? # % in a password must be percent-encoded in a URL (@ is %40).',
        example: { where: 'db.example.com:5432/app', user: 'relay' },
    }),
    'connect-database': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The server of ${f.where} has no database "${f.database}".`,
        cure: () => 'Check the last part of the URL, or create the database; the gate never creates one.',
        example: { where: 'db.example.com:5432/app', database: 'app' },
    }),
    'connect-denied': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.where} does not admit ${f.user}: ${f.reason} (${f.code}).`,
        cure: f => f.code === '42501'
            ? `As the owner of the database: grant connect on it to ${f.user}.`
            : 'Let the role log in (alter role … login), and this machine’s address through the server’s rules (pg_hba.conf, the provider’s list of addresses).',
        example: {
            where: 'db.example.com:5432/app',
            user: 'relay',
            reason: 'role "relay" is not permitted to log in',
            code: '28000',
        },
    }),
    'connect-tls': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `No TLS connection to ${f.where}: ${f.reason}.`,
        cure: () => 'sslmode=require encrypts without checking the certificate; verify-full checks it against the system’s authorities or sslrootcert; disable goes without.',
        example: {
            where: 'db.example.com:5432/app',
            reason: 'the server does not offer TLS, and the URL demands it',
        },
    }),
    'connect-certificate': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The certificate of ${f.where} was not accepted: ${f.reason}.`,
        cure: f => ({
            host: 'Write the host into the URL as the certificate has it; verify-ca checks the authority and not the host.',
            time: 'Renew the certificate of the server, or mend the clock of this machine.',
            authority: 'Commit the provider’s root certificate, and name it in the URL: sslmode=verify-full&sslrootcert=certs/root.crt.',
        })[f.kind],
        example: {
            where: 'db.example.com:5432/app',
            reason: 'self-signed certificate in certificate chain',
            kind: 'authority',
        },
    }),
    'connect-binding': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.where} could not be bound to its certificate, as channel_binding=require has it: ${f.reason}.`,
        cure: () => 'Channel binding needs TLS and a password kept as scram-sha-256, and most poolers have none: without it in the URL it is used where it is offered.',
        example: { where: 'db.example.com:5432/app', reason: 'the server offers none' },
    }),
    'connect-parameter': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The pooler of ${f.where} does not take ${f.parameter} from a URL.`,
        cure: f => `Take ${f.parameter} out of the URL (alter role … set … does the same), or use the direct one.`,
        example: { where: 'pool.example.com:6432/app', parameter: 'options' },
    }),
    'connect-starting': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.where} takes no connections yet${f.over}: ${f.reason}.`,
        cure: () => 'See in the server’s log what it is at, and run the same command again once it is up. A longer `connect_timeout` in the URL waits longer: four times as long as it says.',
        example: {
            where: 'db.example.com:5432/app',
            reason: 'the database system is starting up (57P03)',
            over: ', in 14 attempts over 58 s',
        },
    }),
    'connect-full': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.where} had no connection left for the gate${f.over}: ${f.reason}.`,
        cure: () => 'End sessions that are idle (pg_stat_activity), raise max_connections or let the application use a pool; the gate itself needs two.',
        example: {
            where: 'db.example.com:5432/app',
            reason: 'sorry, too many clients already (53300)',
            over: ', in 14 attempts over 58 s',
        },
    }),
    'connect-server': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.where} did not admit us: ${f.reason} (${f.code}).`,
        cure: f => /tenant or user not found/i.test(f.reason)
            ? 'Check host and user: through Supabase’s pooler the user is postgres.<project>, the host that of its region, and a paused project has none.'
            : 'Read the server’s reason; once it is mended, run the same command again.',
        example: { where: 'db.example.com:5432/app', code: 'XX000', reason: 'Tenant or user not found' },
    }),
    'not-postgres': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `What listens at ${f.where} does not speak the Postgres protocol.`,
        cure: () => 'Check host and port in the URL: Postgres usually listens on 5432.',
        example: { where: 'db.example.com:3306/app' },
    }),
    'other-system': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.where} is ${f.system}, which speaks the Postgres protocol and has none of its locks.`,
        cure: () => 'Use the URL of a Postgres database.',
        example: { where: 'db.example.com:26257/app', system: 'CockroachDB' },
    }),
    'server-old': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.where} is Postgres ${f.version}, and the gate knows ${f.oldest} and newer.`,
        cure: () => 'Upgrade the server; no release of Postgres that old gets fixes any more.',
        example: { where: 'db.example.com:5432/app', version: '9.6.24', oldest: '14' },
    }),
    'read-only': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.where} is read-only for ${f.user}: default_transaction_read_only is on, by role, database or server.`,
        cure: () => 'Use the role that owns the tables; or find out who set it and why (a provider does when the disk is full), and then: alter role or alter database … reset default_transaction_read_only.',
        example: { where: 'db.example.com:5432/app', user: 'report' },
    }),
    pooler: (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.where} is a transaction pooler: each statement may reach another server session, so no lock would hold.`,
        cure: () => 'Use the direct URL, or the pooler in session mode: on Supabase port 5432 instead of 6543, with PgBouncer a database of pool_mode=session.',
        example: { where: 'pool.example.com:6432/app' },
    }),
    'connection-lost': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The connection to ${f.where} was lost: ${f.reason}.`,
        cure: () => 'Run the same command again: it reads from the database what was committed, and goes on from there.',
        example: { where: 'db.example.com:5432/app', reason: 'Connection terminated unexpectedly' },
    }),
    'query-refused': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.where} refused a query of ours while ${f.doing}.`,
        cure: () => 'Read what the server said; most often the role of the URL lacks a right.',
        example: { where: 'db.example.com:5432/app', doing: 'reading the history table' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/doors.js

/** What fails around a run: where it is started, and the files in which its result is handed on. */
const doorEntries = {
    'folder-gone': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `The folder that this was started in is gone or cannot be read: ${f.reason}.`,
        cure: () => 'Go to a folder that exists, and run it again.',
        example: { reason: 'ENOENT' },
    }),
    'outputs-unwritable': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The file of ${f.variable} could not be written: ${f.reason}; the database stands where the log above says.`,
        cure: () => 'Make room on the runner’s disk, or see who may write there, and run again: what is applied stays applied.',
        example: { variable: 'GITHUB_OUTPUT', reason: 'ENOSPC: no space left on device' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/downgrade.js

/** What is in the way of taking a revision back. */
const downgradeEntries = {
    'downgrade-target': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `\`downgrade ${f.wanted}\` leads nowhere: ${f.why}, and ${f.database} ${f.current === '' ? 'holds no revision' : `is at ${f.current}`}.`,
        cure: () => 'Name a revision that is applied (`history` lists them), `-1` for the one before the current one, or `base`.',
        example: { wanted: '0009', database: 'app', current: '0004', why: '0009 is not applied' },
    }),
    'way-down-missing': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `There is no way down for ${f.ids}: ${f.lacks.join('; ')}. Nothing was taken back.`,
        cure: () => 'Write the way down and commit it (it is no part of the checksum), or deploy the commit that has the file; or fix forward: merge a new revision that undoes the change, and `upgrade`.',
        example: { ids: '0004', lacks: ['migrations/0004_add_note.sql has no `-- migrate:down`'] },
    }),
    'downgrade-unfinished': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Revision ${f.id} is half applied in ${f.database}: it cannot be taken back as a whole.`,
        cure: f => `Finish it with \`upgrade\`, or settle it by hand and \`stamp ${f.id}\`; then take it back. Nothing was taken back.`,
        example: { id: '0005', database: 'app' },
    }),
    'dirty-down': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Revision ${f.id} is half taken back in ${f.database}: a run ended after ${f.done} of the statements of its way down.`,
        cure: f => `Take it back to the end: \`downgrade ${f.before}\`. If it has been settled by hand: \`stamp ${f.id}\` if all of it is in the database, \`stamp ${f.before}\` if nothing of it is.`,
        example: { id: '0005', database: 'app', done: 1, before: '0004' },
    }),
    'dirty-down-unknown': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Revision ${f.id} is half taken back in ${f.database}: a run ended while statement ${f.statement} of its way down was under way (${f.headline}), and whether it took effect cannot be told, or the way down has changed since.`,
        cure: f => `Look at the database. \`stamp ${f.before}\` if all of ${f.id} is gone, or you have finished taking it back by hand; \`stamp ${f.id}\` if all of it is there.`,
        example: { id: '0005', database: 'app', statement: 2, headline: 'delete from orders', before: '0004' },
    }),
    'downgrade-asks': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `\`downgrade\` would take ${f.ids} back in ${f.database} on ${f.host}${f.losses.length === 0 ? '' : ` (${f.losses.join(', ')})`}, and ${{ nobody: 'there is nobody to be asked', no: 'the answer was no', meanwhile: 'that was not so a moment ago' }[f.why]}: nothing was taken back.`,
        cure: f => f.why === 'meanwhile'
            ? 'Another run was at work: look with `plan`, and downgrade again.'
            : 'See what it would run with --dry-run; --yes goes on without a question.',
        example: {
            ids: '0005, 0006',
            database: 'app',
            host: 'db.example.com',
            losses: ['drop table orders'],
            why: 'nobody',
        },
    }),
    'alembic-not-below': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `\`downgrade ${f.wanted}\` leads nowhere: that does not lie below where the database is.`,
        cure: () => 'Name a revision that is applied (`history` lists them), `-1` for the one before the current one, `label@base`, or `base`.',
        example: { wanted: '3f2a' },
    }),
    'alembic-downgrade-left': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic ended as if all were well, but ${f.table} still has ${f.ids}: nothing of taking that back was committed.`,
        cure: () => 'See in env.py that the connection commits, and that it calls `context.run_migrations()` inside `with context.begin_transaction():`.',
        example: { ids: '3f2a', table: 'public.alembic_version' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/drift.js

const saying = (says) => (says === '' ? 'says nothing' : `says ${says}`);
const sayAt = (at) => (at === 'base' ? 'what is there before the first revision' : `that of ${at}`);
/** How a live schema and a history stand to each other. */
const driftEntries = {
    drift: (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.where} is not what its revisions make${f.at === '' ? '' : ` (up to ${f.at})`}: ${f.difference}.`,
        cure: () => 'Put it into a new revision, or take it back by hand.',
        example: {
            where: 'db.example.com:5432/relay',
            at: '0003',
            difference: 'index by_hand_idx on orders exists only in the live database',
        },
    }),
    'drift-collides': (0,entry/* entry */.f)({
        exit: 1,
        says: f => f.live === 'has'
            ? `${f.id} will fail on ${f.where}: it makes ${f.object}, which is there already, though no applied revision makes it.`
            : `${f.id} will fail on ${f.where}: it ${f.effect === 'removes' ? 'removes' : 'needs'} ${f.object}, which is no longer there, though the applied revisions make it.`,
        cure: f => f.live === 'has'
            ? 'Before the deploy, drop what is there, or see that it is the same and let the statement pass over it: `if not exists`.'
            : 'Before the deploy, make it again, or let the statement pass over it: `if exists`.',
        example: {
            id: '0004',
            object: 'index by_hand_idx on orders',
            live: 'has',
            effect: 'makes',
            where: 'db.example.com:5432/relay',
            statement: 'create index by_hand_idx on orders (note)',
        },
    }),
    'drift-not-compared': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The live database of \`drift-url\` was not compared: ${f.reason}.`,
        cure: () => 'Mend that, or take `drift-url` away.',
        example: { reason: 'its history holds 0009, of which there is no file' },
    }),
    'schema-elsewhere': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The history of ${f.database} ${saying(f.says)}, and its schema is exactly ${sayAt(f.at)}${f.same === '' ? '' : ` (and of ${f.same}, which leave the schema as it is)`}.`,
        cure: f => `Let the history say what is there: \`stamp ${f.at}\` writes it and runs nothing; what comes after it is pending then.`,
        example: { database: 'relay', says: '31e6', at: '9e8c', same: '' },
    }),
    'schema-between': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The history of ${f.database} ${saying(f.says)}, and its schema is that of no revision. ${f.partOf === '' ? `The nearest is ${f.nearest}` : `It is between ${f.nearest} and ${f.partOf}, with only a part of what ${f.partOf} changes`}: ${f.differences}.${f.unlike === '' ? '' : ` ${f.unlike}`}`,
        cure: f => f.partOf !== ''
            ? `Finish or undo by hand what ${f.partOf} does, then ask again.`
            : f.unlike === ''
                ? 'Undo by hand what no revision made, or put it into a new revision; then ask again.'
                : 'Undo by hand what no revision made, or make it what those revisions make; then ask again.',
        example: {
            database: 'relay',
            says: '9e8c',
            nearest: '9e8c',
            differences: 'index by_hand_idx on orders exists only in the live database',
            partOf: '',
            unlike: 'As a1b2 makes it: column items.note is missing in the live database.',
        },
    }),
    'schema-ahead': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.newer ? `${f.database} is ahead of this commit: its history` : `The history of ${f.database}`} names ${f.unknown}, which no file here has${f.at === '' ? ', and which may have made what differs' : `; its schema is exactly ${sayAt(f.at)}`}.`,
        cure: f => `Check out a commit that has ${f.unknown}${f.commit === undefined ? '' : `, such as ${f.commit}`}, and run \`locate\` there.`,
        example: { database: 'relay', unknown: '0007', newer: true, at: '' },
    }),
    'locate-stopped': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The history cannot be replayed on an empty database: ${f.id} does not run there. ${f.reason}`,
        cure: () => 'Name an SQL file with what was there before the first revision: `baseline: db/baseline.sql`.',
        example: { id: '0001', reason: '0001_names.sql failed: relation "customers" does not exist.' },
    }),
    'rehearsal-none': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The history cannot be replayed: ${f.reason.replace(/[.\s]+$/, '')}.`,
        cure: () => 'Give `rehearse` a server on which it may be tried out: `env:NAME` or the URL of an empty database.',
        example: { reason: 'this machine has no programs of Postgres' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/events.js

/** Events on which a command is refused. */
const eventEntries = {
    'event-writes': (0,entry/* entry */.f)({
        exit: 1,
        says: f => f.stranger !== ''
            ? `\`${f.command}\` was asked on ${f.event} ${f.stranger}: code of strangers is never run against your database.`
            : `\`${f.command}\` was asked on ${f.event}: a pull request must not change a database.`,
        cure: f => f.stranger !== ''
            ? 'Run it after the merge, on push or workflow_dispatch.'
            : 'Run it after the merge, or set allow-pull-request: true where the database is the pull request’s own.',
        example: { command: 'upgrade', event: 'pull_request', stranger: '' },
    }),
    'url-empty': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The database URL${f.database === '' ? '' : ` of ${f.database}`} is empty: ${f.source} holds nothing.`,
        cure: () => 'In Actions: check the name of the secret, and that this job’s environment may read it. On a terminal: export the variable, or use --env-file.',
        example: { source: 'the environment variable DATABASE_URL', database: '' },
    }),
};

// EXTERNAL MODULE: ./build/catalogue/sqlstate-cures.js
var sqlstate_cures = __nccwpck_require__(3566);
;// CONCATENATED MODULE: ./build/catalogue/follow-ups.js


const fixForward = 'Mend what it found in a new revision, or in the check itself, and run again: `upgrade` then applies what is new and asks again. Where the new schema is wrong and the live version suffers from it, go back first with `downgrade`.';
function sayLast(line) {
    return line === '' ? '' : `; its last line: ${line}`;
}
/** Of a failure of the circumstances: the file of `after` or `smoke` is not to blame. */
function cureAround({ code, reason }) {
    return (0,sqlstate_cures/* cureOfCircumstances */.bF)({ code, reason })?.replaceAll('the revision', 'the file');
}
/** What follows the revisions: approval, `after`, `smoke`, `smoke-command`. */
const followUpEntries = {
    'plan-differs': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `This is not the plan that was approved: ${f.approved} was, and what would run now is ${f.now}, with ${f.pending === '' ? 'nothing' : f.pending} pending.`,
        cure: () => 'Look at it with `plan`. If it is right, approve its fingerprint; else deploy the commit whose plan was approved.',
        example: { now: '5be4…', approved: '91c0…', pending: '0004, 0005' },
    }),
    'approved-lacking': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `\`approved-plan\` has no fingerprint for ${f.names}, and would let nothing run there.`,
        cure: () => 'Give `name:fingerprint` for each database, comma separated; or name those that are to run with `database`.',
        example: { names: 'events' },
    }),
    'script-missing': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `\`${f.input}\` names "${f.given}", which does not exist; looked for ${f.looked.join(' and ')}.`,
        cure: () => 'Name a file that is in the checkout, one a line.',
        example: { input: 'after', given: 'roles.sql', looked: ['backend/roles.sql', 'roles.sql'] },
    }),
    'script-sections': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `This marker belongs into a revision; a file of \`${f.input}\` has one way, and one transaction.`,
        cure: () => 'Remove the marker, and what stands below `-- migrate:down`.',
        example: { input: 'after' },
    }),
    'script-outside': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `\`${f.statement}\` cannot run in a transaction, and each file of \`${f.input}\` runs in one.`,
        cure: () => 'Move it into a revision under `-- migrate:up transaction:false`.',
        example: { input: 'after', statement: 'create index concurrently' },
    }),
    'smoke-empty': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} holds no statement: it would pass whatever the database holds.`,
        cure: () => 'Write a query into it that returns rows, such as `select count(*) > 0 from orders`.',
        example: { path: 'db/smoke.sql' },
    }),
    'after-failed': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} (\`after\`) failed at statement ${f.statement} of ${f.total}: ${f.reason}${f.code === '' ? '' : ` (${f.code})`}.`,
        cure: f => cureAround(f) ??
            'Mend the file, or grant what it lacks, and run again: `upgrade` runs the files of `after` also when no revision is pending.',
        example: {
            path: 'db/roles.sql',
            statement: 2,
            total: 3,
            reason: 'role "app_reader" does not exist',
            code: '42704',
        },
    }),
    'after-history': (0,entry/* entry */.f)({
        exit: 1,
        says: f => {
            const moved = f.was === f.now ? [] : [`it says ${f.now}, where the revisions had left it at ${f.was}`];
            const gone = f.lacks === '' ? [] : [`it lacks ${f.lacks}`];
            return `The files of \`after\` changed the history: ${[...moved, ...gone].join('; ')}.`;
        },
        cure: () => 'Take out of them what touches the history table, and put the table right: `stamp` does.',
        example: { was: '0042', now: '0041', lacks: '0042' },
    }),
    'smoke-failed': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} (\`smoke\`) failed at statement ${f.statement} of ${f.total}: ${f.reason}${f.code === '' ? '' : ` (${f.code})`}.`,
        cure: f => f.code === '25006'
            ? 'A smoke check only reads: move what writes into a revision, or into a file of `after`.'
            : (cureAround(f) ?? fixForward),
        example: {
            path: 'db/smoke.sql',
            statement: 1,
            total: 2,
            reason: 'it returned no row: select id from plans',
            code: '',
        },
    }),
    'follow-up-lost': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The connection was lost at ${f.name}: ${f.reason}.`,
        cure: () => 'Run again: what was in its transaction is rolled back, unless only the answer to its COMMIT was lost.',
        example: { name: 'db/roles.sql (`after`)', reason: 'Connection terminated unexpectedly' },
    }),
    'follow-up-unlocked': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The gate lock was lost ${f.during === true ? 'during' : 'before'} ${f.name}: another run may be at work.`,
        cure: () => 'Take pg_advisory_unlock_all() and the like out of the revisions, see that no idle_session_timeout ends a session that waits, and run again when no other run is under way.',
        example: { name: 'db/roles.sql (`after`)' },
    }),
    'follow-up-unread': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Where the database stands could not be read after the revisions, so nothing ran of ${f.names}.`,
        cure: () => 'Read it with `current`, which says what is in the way; then run again: `upgrade` asks every check, also when nothing is pending.',
        example: { names: 'db/smoke.sql (`smoke`)' },
    }),
    'follow-up-interrupted': (0,entry/* entry */.f)({
        exit: 130,
        says: f => `The run was interrupted at ${f.name}.`,
        cure: () => 'Run it again: `upgrade` begins with what is not applied, and asks every check.',
        example: { name: 'db/smoke.sql (`smoke`)' },
    }),
    'smoke-command-words': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `\`smoke-command\` cannot be split into words: ${f.reason}.`,
        cure: () => 'Close the quotes. It is run without a shell; for one, write `bash -c "…"`.',
        example: { reason: "a ' is never closed" },
    }),
    'smoke-command-start': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The \`smoke-command\` failed: ${f.program} ${f.reason}${sayLast(f.last)}.`,
        cure: () => 'Install what is not there in a step before, or correct the name; it is run in `working-directory`, without a shell.',
        example: {
            program: 'bash',
            reason: 'was not found, or did not find what it starts',
            last: 'bash: line 1: pytest: command not found',
        },
    }),
    'smoke-command-failed': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The \`smoke-command\` ${f.command} ${f.end}${sayLast(f.last)}.`,
        cure: () => fixForward,
        example: { command: 'npm run smoke', end: 'ended with exit code 1', last: '1 of 12 checks failed' },
    }),
    'smoke-command-slow': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The \`smoke-command\` ${f.command} was still running after ${f.waited} and was ended: it holds the gate lock, for which other runs wait.`,
        cure: () => 'Make it shorter, or give it and other runs more than ten minutes with `wait`.',
        example: { command: 'npm run smoke', waited: '10m' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/history.js

/** The ways out of a revision that is half applied and has no file. */
function orUndo(kind) {
    return `or undo by hand what took effect, and \`stamp\` the revision before. To deploy without either, \`allow\` takes \`${kind}\`.`;
}
/** What the history table and the files say of each other. */
const historyEntries = {
    missing: (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Revision ${f.id} is ${f.half === true ? 'half ' : ''}applied in ${f.database} but has no file in ${f.folder}.`,
        cure: f => f.half === true
            ? `Bring its file back, and finish it; ${orUndo('missing')}`
            : 'Bring its file back; if it was removed on purpose, `allow` takes `missing`.',
        example: { id: '0002', database: 'app', folder: 'migrations' },
    }),
    ahead: (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.database} is ahead of this commit: ${f.id} is ${f.half === true ? 'half ' : ''}applied there, and the newest file here is ${f.head}.`,
        cure: f => {
            const deploy = `Deploy a commit that has that revision${f.commit === undefined ? '' : `, such as ${f.commit}`}`;
            return f.half === true
                ? `${deploy}, which finishes it; ${orUndo('ahead')}`
                : `${deploy}; to deploy this older one all the same, \`allow\` takes \`ahead\`.`;
        },
        example: { id: '0007', database: 'app', head: '0006' },
    }),
    modified: (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} was edited after ${f.id} ran in ${f.database}: what it says now has never run there.`,
        cure: f => `Restore the file and put the change into a new revision. If the database was mended by hand to agree with it, \`stamp ${f.current}\` takes the files as they are; \`allow\` takes \`modified\`, to go on without.`,
        example: { id: '0002', database: 'app', path: 'migrations/0002_orders.sql', current: '0004' },
    }),
    'out-of-order': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} is not applied, but sorts before ${f.current}, which is.`,
        cure: f => `Give ${f.id} a version after ${f.current}, or run it late: \`allow\` takes \`out-of-order\`.`,
        example: { id: '0003', current: '0004', path: 'migrations/0003_orders.sql' },
    }),
    duplicate: (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Version ${f.id} has two files: ${f.paths.join(' and ')}.`,
        cure: () => 'Give the one that is not applied yet the next free version.',
        example: { id: '0003', paths: ['migrations/0003_a.sql', 'migrations/003_b.sql'] },
    }),
    dirty: (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Revision ${f.id} is half applied in ${f.database}: a run ended while statement ${f.statement} of ${f.total} was under way (${f.headline}), and whether it took effect cannot be read from the database.`,
        cure: f => `Look at the database. If all of ${f.id} has taken effect, or you have finished it by hand: \`stamp ${f.id}\`. If you have undone what did: \`stamp ${f.before}\`, then \`upgrade\`.`,
        example: {
            id: '0005',
            database: 'app',
            statement: 3,
            total: 5,
            headline: 'update orders set …',
            before: '0004',
        },
    }),
    'dirty-edited': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Revision ${f.id} is half applied in ${f.database} (${f.done} statements), and its file has changed in those statements since.`,
        cure: f => `Restore these statements and run again; or settle it by hand: \`stamp ${f.id}\` if all of it is in the database, \`stamp ${f.before}\` if you have undone it.`,
        example: { id: '0005', database: 'app', done: 2, before: '0004' },
    }),
    'first-contact': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.database} holds ${f.tables} ${f.tables === 1 ? 'table' : 'tables'}, and ${f.table} records no revision${f.tool === '' ? '' : `; ${f.tool} has kept a history there`}.`,
        cure: f => `Say where it stands, once: \`stamp ${f.head}\` if every revision is in it, \`stamp\` with an earlier one if not, \`stamp base\` if none is; \`locate\` compares. If its history is in another table, name that with \`history-table\`.`,
        example: {
            database: 'app',
            tables: 12,
            table: 'public.migration_history',
            tool: 'dbmate (public.schema_migrations)',
            head: '0004',
        },
    }),
    'stamp-removes': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `\`stamp\` would take ${f.ids} out of the history of ${f.database} on ${f.host}, and ${{ nobody: 'there is nobody to be asked', no: 'the answer was no', meanwhile: 'that was not so a moment ago' }[f.why]}: nothing was written.`,
        cure: f => f.why === 'meanwhile'
            ? 'Another run was at work: look with `plan`, and stamp again.'
            : 'See what it would write with --dry-run; --yes goes on without a question.',
        example: { ids: '0005, 0006', database: 'app', host: 'db.example.com', why: 'nobody' },
    }),
    'history-alembic': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic manages ${f.database} (${f.table}); the sql engine keeps no history in such a database, for Alembic’s check would propose to drop it.`,
        cure: () => 'Use the engine `alembic` for this database, or give the SQL revisions a database of their own.',
        example: { database: 'app', table: 'public.alembic_version' },
    }),
    'history-foreign': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The table ${f.table} is not a history of ours: it has no column ${f.lacks}.`,
        cure: () => 'Name another table with `history-table`, or rename that one.',
        example: { table: 'public.migration_history', lacks: 'checksum' },
    }),
    'history-rights': (0,entry/* entry */.f)({
        exit: 1,
        says: f => f.doing === 'read'
            ? `The role ${f.user} may not read the history table ${f.table}.`
            : `The role ${f.user} may not make the history table ${f.table}.`,
        cure: f => f.doing === 'read'
            ? 'Let its owner give the right, which has to be to read and to write; or give the gate the URL of the role that owns it.'
            : 'Let the owner of the schema give the right; or name a table in another schema with `history-table`.',
        example: { table: 'public.migration_history', user: 'relay', doing: 'read' },
    }),
    'history-row': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The history of ${f.database} has ${f.rows.length + f.more === 1 ? 'a row' : 'rows'} that the gate did not write so: ${f.rows.join('; ')}${f.more === 0 ? '' : `; and ${f.more} more`}.`,
        cure: () => 'Look at the database, and say where it stands: `stamp` with the newest revision that is in it writes the rows anew.',
        example: { database: 'app', rows: ['0005: its state is neither applied nor dirty'], more: 0 },
    }),
    replica: (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.where} is a read-only replica: nothing can be migrated there.`,
        cure: () => 'Use the URL of the primary.',
        example: { where: 'replica.example.com:5432/app' },
    }),
    'revision-unknown': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `There is no revision "${f.wanted}" in the files${f.nearest === '' ? '' : `; the newest are ${f.nearest}`}.`,
        cure: () => 'Name a version, a unique beginning of one, `head` or `base`.',
        example: { wanted: '0009', nearest: '0003, 0004' },
    }),
    'revision-ambiguous': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `"${f.wanted}" begins more than one revision: ${f.matches}.`,
        cure: () => 'Write the version in full.',
        example: { wanted: '2024', matches: '20240101, 20240102' },
    }),
    'lock-wait': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Another run has held the gate lock of ${f.where} for longer than ${f.waited}: ${f.holder}.`,
        cure: f => `Let that run end${f.pid === 0 ? '' : `, or end it (select pg_terminate_backend(${f.pid}))`}, then run again; \`wait\` sets how long to wait.`,
        example: {
            where: 'db.example.com:5432/app',
            waited: '10m',
            holder: 'pid 4711 (user app, migration-gate github.com/relay/relay/actions/runs/77), connected since 2026-11-23 12:04:00 UTC, active for 9 min 2 s, runs: create index concurrently i on orders (status)',
            pid: 4711,
        },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/image.js


const isNot = (what) => `${(0,build_text/* joinAnd */.MO)(what)} ${what.length === 1 ? 'is' : 'are'} not`;
const them = (what) => (what.length === 1 ? 'it' : 'them');
/** What `check` finds in a Dockerfile, its .dockerignore and a fly.toml. */
const imageEntries = {
    'image-missing': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${isNot(f.what)} in the image: no COPY of ${f.dockerfile} takes ${them(f.what)}, and \`${f.command}\`, which is run in ${f.folder}, needs ${them(f.what)}.`,
        cure: f => `Write this behind line ${f.line} of ${f.dockerfile}.`,
        example: {
            what: ['alembic.ini', 'alembic/ (19 files)'],
            dockerfile: 'Dockerfile',
            command: 'uv run alembic upgrade head',
            folder: '/srv',
            line: 8,
        },
    }),
    'image-outside': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${isNot(f.what)} in the image, and cannot be: the build context of ${f.dockerfile} is ${f.context}, and \`${f.command}\` needs ${them(f.what)}.`,
        cure: f => `Build from a folder that holds both, or move ${them(f.what)} into ${f.context}.`,
        example: {
            what: ['db/alembic.ini', 'db/alembic/ (19 files)'],
            dockerfile: 'web/Dockerfile',
            command: 'uv run alembic upgrade head',
            context: 'web',
        },
    }),
    'image-ignored': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${isNot(f.what)} in the image: ${f.ignore} leaves ${them(f.what)} out (\`${f.text}\`) where line ${f.line} of ${f.dockerfile} would copy ${them(f.what)}, and \`${f.command}\` needs ${them(f.what)}.`,
        cure: f => `Take that line out of ${f.ignore}, or write this below it.`,
        example: {
            what: ['alembic/versions/ (18 files)'],
            dockerfile: 'Dockerfile',
            command: 'uv run alembic upgrade head',
            ignore: '.dockerignore',
            text: '**/versions',
            line: 7,
        },
    }),
    'image-elsewhere': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${isNot(f.what)} where \`${f.command}\` looks: ${f.dockerfile} puts ${them(f.what)} at ${(0,build_text/* joinAnd */.MO)(f.at)}, not at ${(0,build_text/* joinAnd */.MO)(f.expected)}.`,
        cure: f => `Correct the target where ${f.dockerfile} copies ${them(f.what)}, or the folder in which it ends.`,
        example: {
            what: ['alembic.ini'],
            dockerfile: 'Dockerfile',
            command: 'uv run alembic upgrade head',
            at: ['/srv/backend/alembic.ini'],
            expected: ['/srv/alembic.ini'],
        },
    }),
    'image-stage': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${isNot(f.what)} in the image: ${f.dockerfile} copies ${them(f.what)} into the stage ${f.stage}, and the image is the stage ${f.final}, where \`${f.command}\` needs ${them(f.what)}.`,
        cure: f => `Write this at the end of the stage ${f.final}.`,
        example: {
            what: ['alembic.ini', 'alembic/ (19 files)'],
            dockerfile: 'Dockerfile',
            command: 'uv run alembic upgrade head',
            stage: 'builder',
            final: 'runtime',
        },
    }),
    'image-script': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The release command runs ${f.script}, a shell script, and not the migration itself (\`${f.command}\`): without \`set -e\` the release goes on after a failure, and the script has to be in the image and executable.`,
        cure: () => 'Name the migration itself, if the script does no more than start it.',
        example: { script: 'release.sh', command: 'uv run alembic upgrade head' },
    }),
    'image-absent': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `The input \`image\` names ${f.path}, which is not there: ${(0,build_text/* joinAnd */.MO)(f.looked)} was looked for.`,
        cure: () => 'Name a Dockerfile or a fly.toml, relative to the working directory or the repository root.',
        example: { path: 'backend/Dockerfile', looked: ['backend/Dockerfile'] },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/python.js

const from = (trail) => (trail === '' ? '' : `, from ${trail}`);
const there = 'where the gate runs, in a workflow in the `env` of its step';
/** The way from starting Alembic to its first revision: program, environment, application, driver, URL. */
const pythonEntries = {
    'program-missing': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `There is no program "${f.program}" here to start Alembic with (chosen by ${f.why}).`,
        cure: f => f.program === 'uv' || f.program === 'poetry'
            ? `Install ${f.program} before the gate (the alembic/ action does it for uv), or set \`run\`.`
            : 'Install the application before the gate, put its virtual environment on the PATH, or set `run`, such as `uv run alembic`.',
        example: { program: 'uv', why: 'uv.lock' },
    }),
    'program-denied': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `The program "${f.program}" may not be started by this user.`,
        cure: () => 'Make it executable, or name another with `run`.',
        example: { program: 'bin/alembic' },
    }),
    'program-folder': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `The folder ${f.folder}, in which Alembic is to start, does not exist.`,
        cure: () => 'Check the checkout and the input `directory`.',
        example: { folder: 'backend' },
    }),
    'alembic-not-installed': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `${f.program} found no Alembic in its environment.`,
        cure: f => `Install the application’s dependencies before the gate; if Alembic is not among them: \`${f.add} alembic\`.`,
        example: { program: 'uv', add: 'uv add' },
    }),
    'uv-lock': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `uv does not accept uv.lock: ${f.reason}.`,
        cure: () => 'Run `uv lock` and commit the file.',
        example: { reason: 'The lockfile at uv.lock needs to be updated' },
    }),
    'uv-network': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `uv could not fetch packages: ${f.reason}.`,
        cure: () => 'Install before the gate (`uv sync --frozen`, as the alembic/ action does), and see that the package index can be reached from there.',
        example: { reason: 'tcp connect error' },
    }),
    'uv-failed': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.program} ended before Alembic began: ${f.reason}.`,
        cure: f => `Run the same ${f.program} command without the gate, mend what it says, and run again.`,
        example: { program: 'uv', reason: 'No interpreter found for Python >=3.14' },
    }),
    'setting-missing': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The application’s settings (${f.model}) lack ${f.names}${from(f.trail)}.`,
        cure: f => `Set ${f.variables} ${there} (with the prefix, if ${f.model} sets an env_prefix); or let env.py read only what a migration needs.`,
        example: {
            names: 'redis_url and stripe_key',
            model: 'Settings',
            variables: 'REDIS_URL and STRIPE_KEY',
            trail: 'alembic/env.py:5 → app/settings.py:8',
        },
    }),
    'setting-invalid': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The application’s settings (${f.model}) are not accepted: ${f.reasons}${from(f.trail)}.`,
        cure: () => `Correct these values ${there}.`,
        example: {
            reasons: 'port: Input should be a valid integer',
            model: 'Settings',
            trail: 'alembic/env.py:5 → app/settings.py:8',
        },
    }),
    'variable-missing': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The application asks for the environment variable ${f.name}, which is not set${from(f.trail)}.`,
        cure: f => `Set ${f.name} ${there}; or give it a default.`,
        example: { name: 'STRIPE_KEY', trail: 'alembic/env.py:5 → app/settings.py:2' },
    }),
    'module-missing': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Python has no module "${f.module}"${from(f.trail)}.`,
        cure: f => `If it is a package: \`${f.add} ${f.module}\`, commit, and install before the gate. If it is the application’s own: \`prepend_sys_path = .\` in the configuration of Alembic.`,
        example: { module: 'stripe', trail: 'alembic/env.py:5 → app/settings.py:1', add: 'uv add' },
    }),
    'import-failed': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `An import of the application failed: ${f.reason}${from(f.trail)}.`,
        cure: () => 'Start the same Python with this import alone, mend it, and run again.',
        example: { reason: "cannot import name 'Base' from 'app.models'", trail: 'alembic/env.py:5' },
    }),
    'driver-missing': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The driver ${f.driver} is not installed; the URL asks for it by ${f.asked}.`,
        cure: f => `\`${f.add} "${f.package}"\` and commit; or write the driver that is installed into the URL.`,
        example: { driver: 'asyncpg', asked: 'postgresql+asyncpg', package: 'asyncpg', add: 'uv add' },
    }),
    'greenlet-missing': (0,entry/* entry */.f)({
        exit: 1,
        says: () => 'SQLAlchemy needs the package greenlet for async engines, and it is not installed.',
        cure: f => `\`${f.add} "sqlalchemy[asyncio]"\`, and commit.`,
        example: { add: 'uv add' },
    }),
    'url-keyword': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `asyncpg does not know \`${f.keyword}\`, which stands in the URL that it was given.`,
        cure: f => `For asyncpg the URL in ${f.variable} ends otherwise: ${f.spelled}; the gate reads this form too. Or let env.py take \`sslmode\` and \`channel_binding\` out.`,
        example: {
            keyword: 'sslmode',
            spelled: 'postgresql+asyncpg://…?ssl=require',
            variable: 'DATABASE_URL',
        },
    }),
    'url-dialect': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `SQLAlchemy does not know ${f.given}.`,
        cure: f => `Write ${f.spelled} in ${f.variable} (the gate reads it too), or let env.py replace the beginning.`,
        example: { given: 'postgres://', spelled: 'postgresql://…', variable: 'DATABASE_URL' },
    }),
    'url-unread': (0,entry/* entry */.f)({
        exit: 1,
        says: () => 'SQLAlchemy cannot read the URL that env.py gives it.',
        cure: f => `Let env.py take ${f.variable} as it is: ConfigParser takes a % in it for its own, and an empty variable is no URL.`,
        example: { variable: 'DATABASE_URL' },
    }),
    'driver-sync': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `env.py makes an async engine, and the URL names ${f.driver}, which is not async.`,
        cure: f => `Write ${f.spelled} in ${f.variable}, or let env.py use create_engine.`,
        example: { driver: 'psycopg2', spelled: 'postgresql+asyncpg://…', variable: 'DATABASE_URL' },
    }),
    'driver-async': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `An async driver is used without an async engine (MissingGreenlet)${from(f.trail)}.`,
        cure: f => `Let env.py use create_async_engine and \`connection.run_sync\`, or give it a driver that is not async, such as ${f.spelled} in ${f.variable}.`,
        example: { spelled: 'postgresql+psycopg://…', variable: 'DATABASE_URL', trail: 'alembic/env.py:9' },
    }),
    'env-connect': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic could not connect${f.where === '' ? '' : ` to ${f.where}`}: ${f.reason}; the gate itself reached ${f.ours}.`,
        cure: f => `See that env.py uses ${f.variable}, and not a URL of its own.`,
        example: {
            where: 'localhost:5432',
            reason: 'the connection was refused',
            ours: 'db.example.com:5432/app',
            variable: 'DATABASE_URL',
        },
    }),
    'env-password': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The password that Alembic gave for ${f.user} was refused; that of ${f.variable} was accepted by ${f.ours}.`,
        cure: f => `See how env.py makes its URL: it must come from ${f.variable}; str(url) hides the password (\`render_as_string(hide_password=False)\` does not), and ConfigParser wants % doubled.`,
        example: { user: 'relay', ours: 'db.example.com:5432/app', variable: 'DATABASE_URL' },
    }),
    'env-raised': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The application raised ${f.type} ${f.ran ? 'when its revisions had run' : 'before a revision ran'}${f.reason === '' ? '' : `: ${f.reason}`}${from(f.trail)}.`,
        cure: () => `Mend it at this place, or give it the variables that it needs ${there}.`,
        example: {
            type: 'RuntimeError',
            reason: 'no vault',
            trail: 'alembic/env.py:5 → app/settings.py:1',
            ran: false,
        },
    }),
    'child-memory': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic was ended from outside, most often for want of memory (${f.how}).`,
        cure: () => 'Give the machine more memory, or let the revision work in SQL instead of loading rows into Python; then run again.',
        example: { how: 'SIGKILL' },
    }),
    'child-killed': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic was ended by the signal ${f.signal}.`,
        cure: () => 'Find out who sent it (a timeout, a cancelled job, a crash in a library), and run again.',
        example: { signal: 'SIGSEGV' },
    }),
    'child-input': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.id === '' ? 'The application' : `Revision ${f.id}`} asks a question, and nobody is there to answer.`,
        cure: () => 'Take the question out, or let an environment variable answer it.',
        example: { id: '0005' },
    }),
    'child-exit': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Alembic ended with exit code ${f.code} and without saying why${f.last === '' ? '' : `; the last it wrote was: ${f.last.replace(/[.\s]+$/, '')}`}.`,
        cure: f => f.began
            ? 'Look in env.py and the revision for sys.exit or os._exit; run again with debug logging (ACTIONS_STEP_DEBUG, or --debug) to see everything it wrote.'
            : 'See that `run` starts Alembic: it is what comes before the sub-command, such as `uv run alembic`.',
        example: { code: '3', last: 'stop here', began: true },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/rehearsal.js

/** Who gets no turn, behind a sentence. */
const without = (left) => (left === '' ? '' : ` Without a turn: ${left}.`);
/** What a rehearsal finds, and why one is refused. */
const rehearsalEntries = {
    'rehearsal-start': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The new revisions were not rehearsed: what is merged before them does not run on ${f.there ? '' : 'an empty '}Postgres ${f.postgres}${f.there ? ', where something makes a part of it before' : ''}. ${f.reason}`,
        cure: f => f.there
            ? 'Take out of `baseline` what revisions make: it is for what was there before the first of them.'
            : 'Name an SQL file with what was there before the first revision: `baseline: db/baseline.sql`.',
        example: {
            postgres: '16.4',
            reason: '0001_names.sql failed: relation "customers" does not exist.',
            there: false,
        },
    }),
    'rehearsal-endless': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.id} did not come to its end within ${f.bound} in the rehearsal, where the tables hold next to nothing.`,
        cure: () => 'Look for a loop, a sleep, or a lock that it waits for itself. `statement-timeout` gives a statement more.',
        example: { id: '0003', bound: '60 s for a statement' },
    }),
    'rehearsal-broke-off': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The rehearsal broke off ${f.at}: ${f.reason}.${without(f.left)}`,
        cure: () => 'Run it again. If it ends there again, take out of the revision what ends sessions or the server or takes all of the time, or give the job what it needs.',
        example: {
            at: 'at 0003',
            reason: 'its server no longer answers (connection refused)',
            left: '0004, 0005',
        },
    }),
    'rehearsal-superuser': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.id} needs more than the owner of a database may do: ${f.reason}${without(f.left)}`,
        cure: () => 'Leave it to who runs the server, or let it through with `gate: allow rehearsal-superuser because <reason>` where the role of the deploy is a superuser.',
        example: { id: '0003', reason: 'must be superuser to COPY to or from an external program.', left: '' },
    }),
    'rehearsal-extension': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.id} could not be rehearsed: the extension ${f.extension} ${f.why === 'absent' ? 'is not on the rehearsal’s server' : 'may be made by a superuser only'}.${without(f.left)}`,
        cure: f => f.image === ''
            ? 'Give `rehearse` the URL of a throw-away server that has it.'
            : `Give \`rehearse\` a service container that has it: the image \`${f.image}\`.`,
        example: { id: '0003', extension: 'postgis', why: 'absent', image: 'postgis/postgis', left: '0004' },
    }),
    'rehearsal-down-differs': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `After the way down of ${f.path} the schema is not what it was before ${f.id}: ${f.differences}.`,
        cure: () => 'Let the way down take back all that the way up makes, and bring back all that it takes.',
        example: { id: '0003', path: 'migrations/0003_add_mood.sql', differences: 'type mood is left behind' },
    }),
    'models-differ': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The models and the schema after the newest revision differ: ${f.differences.join('; ')}${f.more === 0 ? '' : `; and ${f.more} more`}.`,
        cure: f => f.behind
            ? 'Put the models right: they lack what the schema has. Where it is to go, drop it in a revision.'
            : 'Write a revision for it, or put the models right.',
        example: {
            differences: ['the models have the column users.locale, the schema has not'],
            more: 0,
            behind: false,
        },
    }),
    'rehearsal-refused': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `${f.source} is no database to rehearse in: ${f.reason}`,
        cure: () => 'Give `rehearse` the URL of an empty database on a server that is thrown away afterwards, such as a service container, or `auto`.',
        example: { source: 'the input rehearse', reason: 'it holds 12 tables (customers, orders …).' },
    }),
    'rehearsal-file': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The file of \`${f.input}\`, ${f.path}, does not run: ${f.reason}`,
        cure: () => 'Correct it: plain SQL, run by the owner of an empty database (`pg_dump --schema-only --no-owner --no-privileges`).',
        example: { input: 'baseline', path: 'db/baseline.sql', reason: 'role "app" does not exist.' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/revisions.js

function cureOf(reason) {
    if (/UTF-8|NUL/.test(reason))
        return 'Save it as UTF-8; a file in UTF-16 looks like this.';
    if (reason.includes('larger'))
        return 'Divide it into several revisions.';
    if (reason.includes('ordinary'))
        return 'Put a file in its place: a pipe, a socket or a device is none.';
    return 'See that the file is in the checkout and readable by this user.';
}
/** Faults of revision files, all found before the first statement runs. */
const revisionEntries = {
    'revision-unreadable': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} cannot be read: ${f.reason}.`,
        cure: f => cureOf(f.reason),
        example: { path: 'migrations/0003_add_index.sql', reason: 'permission denied' },
    }),
    'revision-foreign': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} is not named like a revision${f.tool === '' ? '' : `; it has the shape of ${f.tool}`}.`,
        cure: () => 'Name it <digits>_<name>.sql, such as 0004_add_index.sql; or keep SQL that is no revision in another folder.',
        example: { path: 'migrations/V4__add_index.sql', tool: 'Flyway' },
    }),
    'revision-half': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `${f.path} is a way down without a way up beside it.`,
        cure: () => 'Give it the .up.sql of the same version and name, or remove it.',
        example: { path: 'migrations/0004_add_index.down.sql' },
    }),
    'sql-unterminated': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `A ${f.what} begins here and never ends.`,
        cure: () => 'Close it; a quote within a string is written twice.',
        example: { what: 'string' },
    }),
    'sql-transaction-control': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `\`${f.statement}\` is transaction control, and a revision’s transaction belongs to the gate: it commits script and history row together.`,
        cure: () => 'Remove the statement. What must not run in a transaction goes into a revision of its own under `-- migrate:up transaction:false`.',
        example: { statement: 'commit' },
    }),
    'sql-discard-all': (0,entry/* entry */.f)({
        exit: 1,
        says: () => 'DISCARD ALL would give up the lock that keeps other runs out.',
        cure: () => 'Remove it: every revision begins with a fresh session anyway.',
        example: {},
    }),
    'sql-meta-command': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `\`${f.command}\` is a command of psql, which the server does not know.`,
        cure: () => 'Remove the line; `\\restrict` and `\\unrestrict`, which pg_dump writes, are not needed here.',
        example: { command: '\\restrict' },
    }),
    'sql-copy-stdin': (0,entry/* entry */.f)({
        exit: 1,
        says: () => '`COPY … FROM STDIN` reads data from psql, which is not there.',
        cure: () => 'Write the rows as INSERT; `pg_dump --inserts` does.',
        example: {},
    }),
    'sql-quoting': (0,entry/* entry */.f)({
        exit: 1,
        says: () => 'The statement turns standard_conforming_strings off, after which strings would end elsewhere than they seem to.',
        cure: () => "Remove it, and write strings with backslash escapes as E'…'.",
        example: {},
    }),
    'sql-outside-transaction': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `\`${f.statement}\` cannot run in a transaction, and this revision runs in one.`,
        cure: f => `Begin its section with \`-- migrate:${f.direction} transaction:false\`, best in a revision of its own: such a section is not rolled back as a whole.`,
        example: { statement: 'create index concurrently', direction: 'up' },
    }),
    'marker-late': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `A statement stands above the first marker, \`-- migrate:${f.direction}\` in line ${f.line}, and belongs to no section.`,
        cure: f => `Move it below line ${f.line}, or the marker above it.`,
        example: { direction: 'up', line: 3 },
    }),
    'marker-repeated': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `\`-- migrate:${f.direction}\` stands here again, after line ${f.first}.`,
        cure: () => 'Keep one of each in a file, or make two revisions of it.',
        example: { direction: 'up', first: 1 },
    }),
    'marker-order': (0,entry/* entry */.f)({
        exit: 1,
        says: () => '`-- migrate:down` comes first; nothing says which statements are the way up.',
        cure: () => 'Begin the file with `-- migrate:up` and put `-- migrate:down` below its statements.',
        example: {},
    }),
    'marker-of-the-other': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `\`-- migrate:${f.direction}\` stands in a \`.${f.shape}.sql\` file.`,
        cure: f => `Move its statements to the \`.${f.direction}.sql\` file of the pair.`,
        example: { direction: 'down', shape: 'up' },
    }),
    'marker-option': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `"${f.option}" is no option of a marker, or one too many; it takes one of transaction:true and transaction:false.`,
        cure: f => `Write \`-- migrate:${f.direction} transaction:false\` or \`-- migrate:${f.direction}\`.`,
        example: { direction: 'up', option: 'transaction:no' },
    }),
    'marker-slip': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `\`${f.written}\` looks like a marker and is none: what follows would run with the section above.`,
        cure: () => 'Write `-- migrate:up` or `-- migrate:down`, at the very start of a line of its own; or reword the comment.',
        example: { written: '-- migrate:dwon' },
    }),
    'marker-foreign': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `\`${f.written}\` is a marker of ${f.tool}, not of this engine: its way down would run as a part of the way up.`,
        cure: () => 'Write `-- migrate:up` and `-- migrate:down` in their places.',
        example: { written: '-- +goose Down', tool: 'goose' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/run.js


const stuckExample = {
    id: '0003',
    name: 'add_status',
    at: 'statement 1 of 2',
    over: ' in 6 attempts over 1 min 12 s',
    blocked: 'pid 4711 (user app, web 1), idle in transaction for 3 min 2 s, in a transaction of 3 min 5 s, last ran: select * from orders',
    pid: 4711,
};
function inTheWay(blocked) {
    return blocked === '' ? '; who held it was not seen' : `; in its way: ${blocked}`;
}
function terminate(pid) {
    return pid === 0 ? ' (pg_stat_activity, pg_terminate_backend)' : ` (select pg_terminate_backend(${pid}))`;
}
/** Endings of a run, planned and not. */
const runEntries = {
    'revision-failed': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Revision ${f.id} ${f.name} failed at statement ${f.statement} of ${f.total}: ${f.reason}${f.code === '' ? '' : ` (${f.code})`}.`,
        cure: sqlstate_cures/* cureOf */.XZ,
        example: {
            id: '0003',
            name: 'add_status',
            statement: 2,
            total: 3,
            reason: 'column "status" of relation "orders" already exists',
            code: '42701',
        },
    }),
    'revision-commit': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Revision ${f.id} ${f.name} ran to its end but could not be committed: ${f.reason}${f.code === '' ? '' : ` (${f.code})`}.`,
        cure: () => 'Most often a deferred constraint is violated: mend the data or the revision, and run again.',
        example: {
            id: '0003',
            name: 'backfill',
            reason: 'insert or update on table "orders" violates foreign key',
            code: '23503',
        },
    }),
    'revision-unrecorded': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Revision ${f.id} ${f.name} could not be recorded in the history table ${f.table}: ${f.reason}${f.code === '' ? '' : ` (${f.code})`}.`,
        cure: f => f.code === '42501'
            ? `As its owner or a superuser: grant select, insert, update, delete on ${f.table} to the role of the URL; then run again.`
            : 'The table belongs to the gate: take out of the revision whatever drops, empties or changes it, or the trigger or rule off the table, and run again.',
        example: {
            id: '0003',
            name: 'clean_up',
            table: 'public.migration_history',
            reason: 'relation "public.migration_history" does not exist',
            code: '42P01',
        },
    }),
    'revision-blocked': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Revision ${f.id} ${f.name} did not get a lock in time at ${f.at}${f.over} (55P03)${inTheWay(f.blocked)}.`,
        cure: f => `The file is not to blame: run again at a quieter moment, wait longer with \`lock-timeout\`, or end what is in the way${terminate(f.pid)}.`,
        example: stuckExample,
    }),
    'revision-deadlock': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Revision ${f.id} ${f.name} and another session waited for each other at ${f.at}${f.over} (40P01)${inTheWay(f.blocked)}.`,
        cure: () => 'Run again. If it comes back, let the revision lock its tables in the order in which the application does.',
        example: stuckExample,
    }),
    'revision-lost': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The connection was lost while revision ${f.id} ${f.name} ran: ${f.reason}.`,
        cure: () => 'Run again: the history row was written in the revision’s own transaction and decides whether it is applied.',
        example: { id: '0003', name: 'add_index', reason: 'Connection terminated unexpectedly' },
    }),
    'revision-escaped': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Revision ${f.id} ${f.name} ended the transaction that the gate had begun: what it did before may be committed, and it was not recorded.`,
        cure: () => 'Look at the database, take the transaction control out of the revision, and settle it with `stamp`.',
        example: { id: '0003', name: 'backfill' },
    }),
    'history-lost': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Asked again after the run, ${f.table} does not hold ${f.ids}, though it was committed or had been there before.`,
        cure: () => 'Look for a trigger, a rule, row security or a revision that changes this table; mend it, then `stamp` where the database really stands.',
        example: { ids: '0003', table: 'public.migration_history' },
    }),
    'stand-unread': (0,entry/* entry */.f)({
        exit: 1,
        says: () => 'Every revision was committed, and where the database stands could not be read afterwards: the gate stays closed.',
        cure: () => 'Read it with `current`, which says what is in the way: the history table may be gone, or closed to this role.',
        example: {},
    }),
    'lock-lost': (0,entry/* entry */.f)({
        exit: 1,
        says: f => `The gate lock was lost before revision ${f.id} began: another run may be at work.`,
        cure: () => 'Take pg_advisory_unlock_all() and the like out of the revisions, and run again when no other run is under way.',
        example: { id: '0003' },
    }),
    interrupted: (0,entry/* entry */.f)({
        exit: 130,
        says: f => f.id === ''
            ? 'The run was interrupted before a revision ran.'
            : `The run was interrupted while revision ${f.id} ${f.name} ran; its statement was cancelled.`,
        cure: () => 'Run it again: it starts from where the database stands.',
        example: { id: '0003', name: 'add_index' },
    }),
    'interrupted-pause': (0,entry/* entry */.f)({
        exit: 130,
        says: f => `The run was interrupted before revision ${f.id} ${f.name} was tried again.`,
        cure: () => 'Run it again: it starts from where the database stands.',
        example: { id: '0003', name: 'add_index' },
    }),
    unexpected: (0,entry/* entry */.f)({
        exit: 1,
        says: f => `Something happened that the gate does not know: ${f.message}.`,
        cure: () => 'The gate is closed. Run it again with debug logging (ACTIONS_STEP_DEBUG, or --debug) and report what it prints.',
        example: { message: 'Cannot read properties of undefined' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/settings.js


/** Wrong use: inputs, options, the config file, and folders where revisions were looked for. */
const settingsEntries = {
    'input-value': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `\`${f.input}\` is "${f.value}"; it takes ${f.allowed}.`,
        cure: f => (f.nearest === undefined ? `Correct \`${f.input}\`.` : `Did you mean \`${f.nearest}\`?`),
        example: { input: 'lock-timeout', value: '5 apples', allowed: 'a duration such as 500ms, 5s, 10m or 1h' },
    }),
    'input-needed': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `\`${f.command}\` needs \`${f.input}\`.`,
        cure: f => `Give \`${f.input}\`; nothing is assumed for it.`,
        example: { input: 'revision', command: 'stamp' },
    }),
    'option-idle': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `\`${f.command}\` does not take ${f.option}: it would be ignored.`,
        cure: () => 'Leave it out; docs/reference.md says which command takes what.',
        example: { command: 'plan', option: '`--wait`' },
    }),
    'not-built': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `${f.what} is not in this version.`,
        cure: f => `This version has ${f.built}.`,
        example: { what: 'The engine `command`', built: 'the engines `sql` and `alembic`' },
    }),
    'env-file': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `The file of --env-file, ${f.path}, cannot be read: ${f.reason}.`,
        cure: () => 'Name a file of NAME=value lines.',
        example: { path: '.env', reason: 'it does not exist' },
    }),
    'config-missing': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `The config file "${f.path}" does not exist; looked for ${f.looked.join(' and ')}.`,
        cure: () => 'Name a file that is in the checkout, or leave `config` out.',
        example: { path: 'gate.yml', looked: ['backend/gate.yml', 'gate.yml'] },
    }),
    'config-unreadable': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `The config file ${f.path} cannot be read: ${f.reason}.`,
        cure: () => 'Mend the file; docs/schema/config.json describes its form.',
        example: { path: '.github/migration-gate.yml', reason: 'it is not UTF-8 (line 3)' },
    }),
    'config-shape': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `In ${f.path}, ${f.at === '' ? 'the file' : `\`${f.at}\``} ${f.reason}.`,
        cure: () => 'Correct it there; docs/schema/config.json describes the form.',
        example: {
            path: '.github/migration-gate.yml',
            at: 'databases.orion.url',
            reason: 'is a URL; write the name of the environment variable that holds it',
        },
    }),
    'database-unknown': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `\`database\` names "${f.name}", which is not in ${f.path === '' ? 'any config file' : f.path}.`,
        cure: f => (f.known === '' ? 'Leave `database` out, or add a config file.' : `It has ${f.known}.`),
        example: { name: 'oron', known: 'orion, events', path: '.github/migration-gate.yml' },
    }),
    'url-for-several': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `\`database-url\` is one URL, but ${f.names} are to be run.`,
        cure: () => 'Name one with `database`, or let each take the variable that the config file names.',
        example: { names: 'orion and events' },
    }),
    'stamp-several': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `\`${f.command} ${f.revision}\` is meant for one database, and ${f.names} are named.`,
        cure: () => 'Name the one that it is meant for with `database`.',
        example: { command: 'stamp', revision: '0002', names: 'orion, events' },
    }),
    'variable-unset': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `\`${f.input}\` is env:${f.variable}, but there is no environment variable of that name.`,
        cure: f => `Set ${f.variable}, in Actions in the step’s \`env\`; or give the URL as \`${f.input}\`.`,
        example: { input: 'database-url', variable: 'DATABASE_URL' },
    }),
    'engine-unknown': (0,entry/* entry */.f)({
        exit: 2,
        says: f => {
            const looked = `looked for ${f.looked.join(', ')}`;
            if (f.found !== '')
                return `No migrations of ours were found, but ${f.found}; ${looked}.`;
            const nearby = f.nearby.length === 0 ? '' : ` There are some in ${(0,build_text/* joinAnd */.MO)(f.nearby)}.`;
            return `No migrations were found: ${looked}.${nearby}`;
        },
        cure: f => f.nearby.length > 0
            ? `Name the folder: \`working-directory\` is ${f.nearby.join(' or ')}.`
            : f.found === ''
                ? 'Name the folder with `directory` (or `working-directory`).'
                : 'That tool keeps its own order and history: go on running it yourself, or move its files to SQL revisions.',
        example: {
            looked: ['alembic.ini', 'migrations/<digits>_*.sql'],
            found: 'prisma/migrations belongs to Prisma',
            nearby: [],
        },
    }),
    'no-revisions': (0,entry/* entry */.f)({
        exit: 2,
        says: f => `No revisions were found in ${f.folder}: ${f.reason}.`,
        cure: () => 'A revision is a file such as 0001_create_orders.sql; name its folder with `directory`.',
        example: { folder: 'migrations', reason: 'it has no file named <digits>_<name>.sql' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/catalogue.js




















/** Every failure that a person can meet: id → sentence → cure. docs/errors.md is generated from it. */
const catalogue = {
    ...settingsEntries,
    ...eventEntries,
    ...changesEntries,
    ...checkEntries,
    ...imageEntries,
    ...rehearsalEntries,
    ...driftEntries,
    ...connectionEntries,
    ...revisionEntries,
    ...historyEntries,
    ...downgradeEntries,
    ...runEntries,
    ...followUpEntries,
    ...alembicEntries,
    ...pythonEntries,
    ...doorEntries,
    ...alembicFileEntries,
    ...alembicRunEntries,
};
/** Fills an entry of the catalogue with its facts, whose texts may be foreign: what comes out is one harmless line. */
function makeFault(id, facts, around = {}) {
    return (0,entry/* fillEntry */.I)(id, catalogue[id], facts, around);
}
/** The same, ready to be thrown. */
function gateError(id, facts, around = {}) {
    return new errors/* GateError */.u(makeFault(id, facts, around));
}


/***/ }),

/***/ 4302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ fillEntry),
/* harmony export */   f: () => (/* binding */ entry)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(977);

/** Gives an entry its type without writing it twice. */
function entry(given) {
    return given;
}
/** Code points of a message at most: many lists of paths, and no megabytes. */
const longest = 4000;
/** Fills an entry with its facts, whose texts may be foreign: what comes out is one harmless line. */
function fillEntry(id, found, facts, around) {
    const message = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(found.says(facts), longest);
    return { id, message, cure: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(found.cure(facts), longest), exit: found.exit, ...around };
}


/***/ }),

/***/ 3566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   XZ: () => (/* binding */ cureOf),
/* harmony export */   bF: () => (/* binding */ cureOfCircumstances),
/* harmony export */   u4: () => (/* binding */ isCircumstance)
/* harmony export */ });
/** What to do about a statement that the server refused, by SQLSTATE: docs/runbook.md has more words. */
const mayExist = 'Mend the file and run again. If the database has it already, from a run by hand or an earlier tool, say so with `stamp`: docs/runbook.md, First contact.';
const isAbsent = 'See that the name is spelled right and in the search_path, that a revision before this one makes it, and that nobody has changed this database by hand.';
const noRoom = 'Nothing is wrong with the file: give the server more room, or let the revision do its work in smaller parts, and run again.';
const byFiles = {
    twice: 'Take it out of this revision, which has not been applied and may be edited, and run again.',
    later: 'Give this revision a version after the one that makes it, and run again.',
    gone: 'Bring the database back to what the applied revisions made of it, by hand or by a revision, and run again.',
};
const mayNotFit = 'A value does not fit, of the statement or of a row: mend the statement, or settle the rows in a revision before this one, and run again.';
const cures = {
    '55P03': 'Somebody holds a lock on it, and the file is not to blame: run again at a quieter moment, or wait longer with `lock-timeout`.',
    '42P06': mayExist,
    '42P07': mayExist,
    '42701': mayExist,
    '42710': mayExist,
    '42723': mayExist,
    '3F000': isAbsent,
    '42P01': isAbsent,
    '42703': isAbsent,
    '42704': isAbsent,
    '42883': 'See whether the arguments are of the types that it takes (a cast may be missing), and whether the extension that has it is created in a revision before this one and is in the search_path.',
    '42501': 'The role of the URL lacks a right. Let who has it give it, or give the gate the URL of the role that owns the objects; then run again.',
    '23502': ({ reason }) => /contains null values/.test(reason)
        ? 'In two steps: first a revision that adds the column without NOT NULL (or with a default) and fills it; then, when no code leaves it empty any more, one that sets it NOT NULL.'
        : 'Give the column a value in this statement, or a default in a revision before.',
    '23503': ({ reason }) => /on table .* violates .* on table/.test(reason)
        ? 'Other rows still point at it: settle them first in the same revision.'
        : 'Some rows point at rows that are not there: settle them in a revision before this one (add the foreign key NOT VALID first, to keep new ones out), and run again.',
    '23505': ({ reason }) => reason.startsWith('could not create unique index')
        ? 'Some rows are there twice: settle them above this statement, or by hand, and run again.'
        : 'A row with that key is there already: take it out of the revision, or write `on conflict do nothing` if it may be.',
    '23514': 'Some rows do not keep to it: settle them in a revision before this one (add the constraint NOT VALID first, to keep new ones out, and validate it later), and run again.',
    '25006': 'Transactions are read-only here: use the URL of the primary and of a role that may write, and see default_transaction_read_only of the role and the database (\\drds in psql).',
    '40001': 'Another session changed the same rows. Run again; if it comes back, let the revision run without the stricter isolation level, or at a quieter moment.',
    '40P01': 'Another session and this one waited for each other. Run again; if it comes back, let the revision take its locks in the order in which the application does.',
    '42601': 'Mend the statement at the caret, commit the file, and run again.',
    '53100': noRoom,
    '53200': noRoom,
    '53400': noRoom,
    '55P04': 'A new value of an enum can be used when its revision is committed: put ALTER TYPE … ADD VALUE into a revision before this one.',
    '57014': ({ reason }) => /statement timeout/.test(reason)
        ? 'Let it do its work in smaller parts; or allow it more time with `statement-timeout`, where what it locks may be locked for so long.'
        : 'Somebody cancelled the statement (pg_cancel_backend), or a standby did: ask who, and run again.',
    '58P01': ({ reason }) => sayFile(reason),
    '0A000': ({ reason }) => /extension/.test(reason)
        ? sayFile(reason)
        : 'This server cannot do it: see which version has it, and write the revision for the one that you run.',
};
const extensions = 'The server does not have that extension: install it there first, or, on a hosted database, see which ones it offers (select * from pg_available_extensions) and allow it in its console.';
function sayFile(reason) {
    return /extension/.test(reason)
        ? extensions
        : 'The server looks for that file on its own disk: see that it is installed there.';
}
/** One or two sentences in the imperative. */
function cureOf(refused) {
    if (refused.made !== undefined)
        return byFiles[refused.made];
    const cure = cures[refused.code] ?? (refused.code.startsWith('22') ? mayNotFit : undefined);
    if (cure === undefined)
        return 'Mend the file, commit it, and run again: what is applied stays, what is pending runs.';
    return typeof cure === 'string' ? cure : cure(refused);
}
/** Whether a statement failed for what else went on: locks, other sessions, a cancellation, room (class 53). */
function isCircumstance(code) {
    return ['55P03', '40P01', '40001', '57014'].includes(code) || code.startsWith('53');
}
/** What to do about such a failure; undefined for every other. */
function cureOfCircumstances(refused) {
    const { code } = refused;
    if (!isCircumstance(code))
        return undefined;
    return code in cures ? cureOf(refused) : noRoom;
}


/***/ }),

/***/ 5437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WM: () => (/* binding */ isCommit),
/* harmony export */   mm: () => (/* binding */ decideBase)
/* harmony export */ });
/* unused harmony export shortName */
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4860);

const commitPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/**
 * Decides which two states an event compares. Pure. The table is that of dorny/paths-filter v4, except where that
 * finds too little: a tag or release (it compares with the default branch, which holds it already), a merge commit
 * on the default branch (it lists no file), a merge queue (it sees the last entry only), a pull request by git (it
 * compares with the base's tip, so the base's own commits show up).
 */
function decideBase(event, detection) {
    if (detection.base === 'HEAD')
        return decideUncommitted(event, detection);
    if (detection.lastSuccess !== undefined)
        return decideLastSuccess(event, detection, detection.lastSuccess);
    if (event.name === '')
        return decideTerminal(detection);
    if ((0,_event_js__WEBPACK_IMPORTED_MODULE_0__/* .isPullRequest */ .r0)(event.name))
        return decidePullRequest(event, detection);
    return decideRef(event, detection);
}
/** True for a full commit hash, SHA-1 or SHA-256. */
function isCommit(name) {
    return commitPattern.test(name);
}
/** `refs/heads/main` → `main`, `refs/tags/v1` → `v1`; anything else as it is. */
function shortName(ref) {
    return ref.replace(/^refs\/(?:heads|tags)\//, '');
}
function decideUncommitted(event, detection) {
    return {
        rule: { how: 'head' },
        occasion: event.name === '' ? 'base HEAD' : `${event.name} with base HEAD`,
        head: undefined,
        workTree: event.name === '' ? 'all' : 'tracked',
        warnings: detection.ref === undefined ? [] : ['`ref` is ignored, because `base` is HEAD.'],
    };
}
function decideLastSuccess(event, detection, { commit, words }) {
    const ignored = detection.base === undefined ? [] : ['`base` is ignored, because `since` names one.'];
    return {
        rule: { how: 'commit', commit, reason: words },
        occasion: occasionOf(event, event.tag, undefined),
        head: detection.ref ?? event.pullRequest?.headSha,
        workTree: 'no',
        warnings: ignored,
    };
}
/** On a laptop the files as they lie there are what would run, so they are what is compared, unless `ref` is given. */
function decideTerminal(detection) {
    const { base, ref } = detection;
    const workTree = ref === undefined ? 'all' : 'no';
    const rule = base === undefined
        ? { how: 'first-parent' }
        : { how: 'merge-base', name: shortName(base), label: shortName(base) };
    const occasion = ref ?? 'HEAD + uncommitted';
    return { rule, occasion, head: ref, workTree, warnings: [] };
}
function decidePullRequest(event, detection) {
    const pull = event.pullRequest;
    const base = detection.base === undefined ? undefined : shortName(detection.base);
    // On pull_request_target the checkout is the base branch; the pull request's commit is fetched, never checked out.
    const head = event.name === 'pull_request_target' ? pull?.headSha || undefined : undefined;
    return {
        rule: base === undefined ? pullRequestRule(event) : { how: 'merge-base', name: base, label: base },
        occasion: pull === undefined ? event.name : `pull request #${pull.number}`,
        head,
        workTree: 'no',
        warnings: detection.ref === undefined ? [] : [`\`ref\` is ignored on ${event.name}.`],
    };
}
function pullRequestRule(event) {
    const pull = event.pullRequest;
    if (pull === undefined || pull.baseSha === '') {
        const target = pull?.baseRef || event.defaultBranch;
        return target === '' ? { how: 'first-parent' } : { how: 'merge-base', name: target, label: target };
    }
    return { how: 'pull-request', baseSha: pull.baseSha, headSha: pull.headSha, baseRef: pull.baseRef };
}
function decideRef(event, detection) {
    const queue = queueTarget(event);
    const ref = detection.ref ?? event.ref;
    const tag = event.tag ?? (event.ref.startsWith('refs/tags/') ? shortName(event.ref) : undefined);
    const chosen = tag !== undefined && detection.base === undefined && detection.ref === undefined
        ? { rule: { how: 'earlier-tag', tag } }
        : compareWith(shortName(detection.base ?? queue ?? event.defaultBranch), shortName(ref), event);
    return {
        rule: chosen.rule,
        occasion: occasionOf(event, tag, queue),
        head: detection.ref,
        workTree: 'no',
        warnings: chosen.warnings ?? [],
    };
}
function compareWith(base, head, event) {
    if (isCommit(base))
        return { rule: { how: 'commit', commit: base, reason: '`base`' } };
    if (base !== '' && base !== head)
        return { rule: { how: 'merge-base', name: base, label: base } };
    if (event.name !== 'push' || head !== shortName(event.ref))
        return { rule: { how: 'first-parent' } };
    const { before, defaultBranch } = event;
    if (before === undefined) {
        return {
            rule: { how: 'first-parent' },
            warnings: ['The event does not name the commit before the push: only the last commit is looked at.'],
        };
    }
    if (!/^0+$/.test(before)) {
        return { rule: { how: 'commit', commit: before, reason: 'the commit before the push' } };
    }
    return defaultBranch !== '' && defaultBranch !== head
        ? { rule: { how: 'merge-base', name: defaultBranch, label: defaultBranch } }
        : { rule: { how: 'everything', reason: 'the branch is new' } };
}
/** GitHub names the branch of a queue entry `gh-readonly-queue/<target>/pr-<number>-<commit>`. */
function queueTarget(event) {
    if (event.name !== 'merge_group')
        return undefined;
    return /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]+$/.exec(event.ref)?.[1];
}
function occasionOf(event, tag, queue) {
    if (event.name === 'release')
        return `release ${tag ?? ''}`.trim();
    if (event.name === 'merge_group')
        return `merge queue${queue === undefined ? '' : ` of ${queue}`}`;
    if (event.name === 'push')
        return tag === undefined ? `push to ${shortName(event.ref)}` : `tag ${tag}`;
    return event.ref === '' ? event.name : `${event.name} on ${shortName(event.ref)}`;
}


/***/ }),

/***/ 4861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ sayGitError),
/* harmony export */   OB: () => (/* binding */ whyNot),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   zh: () => (/* binding */ CannotCompare)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2207);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(977);


/** Why a comparison is impossible, on its way to the one place that turns it into `known: false`. */
class CannotCompare extends Error {
    level;
    /** `why` is one harmless line, a whole sentence; `note` where nobody expected a comparison. */
    constructor(why, level = 'warning') {
        super(why);
        this.level = level;
    }
}
const redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .makeRedactor */ .$)([]);
/**
 * What git said, as one line that can be shown: its `fatal:` or `error:` line, without credentials (a remote's URL
 * may hold a token as its user name alone) and without anything that steers a terminal or a runner.
 */
function sayGitError(stderr) {
    const lines = stderr.split('\n').filter(line => line.trim() !== '');
    const line = lines.find(one => /^(?:fatal|error|remote error): /.test(one)) ?? lines.at(-1) ?? '';
    const clean = redact(line.replace(/:\/\/[^\s/@]*@/g, '://***@'));
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(clean.replace(/^(?:fatal|error): /, '').replace(/[.\s]+$/, ''), 200) || 'it gave no reason';
}
/** What kept two states from being compared, whatever was thrown: a sentence, and how much it matters. */
function whyNot(error) {
    if (error instanceof CannotCompare)
        return { why: error.message, level: error.level };
    const said = error instanceof Error ? error.message : String(error);
    return { why: `The comparison failed: ${sayGitError(said)}.`, level: 'warning' };
}
/** A name or path of foreign origin inside a sentence of ours. */
function quote(name) {
    return `"${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(name, 100)}"`;
}


/***/ }),

/***/ 9234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JP: () => (/* binding */ cloneOf),
/* harmony export */   fE: () => (/* binding */ isShallow),
/* harmony export */   fe: () => (/* binding */ findMergeBase),
/* harmony export */   fq: () => (/* binding */ findCommit),
/* harmony export */   gN: () => (/* binding */ deepen)
/* harmony export */ });
/* harmony import */ var _base_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5437);
/* harmony import */ var _cannot_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4861);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1560);



/** All fetching of one comparison together, in milliseconds. */
const fetchBudgetMs = 300_000;
/** A repository as an event's comparison may complete it: in the terminal (no event) nothing is fetched. */
function cloneOf(repository, event, { fetchDepth }) {
    return {
        repository,
        mayFetch: event.name !== '',
        depth: fetchDepth,
        fetchUntil: Date.now() + fetchBudgetMs,
    };
}
const fetchMs = 180_000;
/** From the default of 100 commits, ten doublings reach 100,000. */
const mostDoublings = 10;
const cure = 'Check out with `fetch-depth: 0`.';
/** How a person may name a commit. Anything that git could take for an option or a refspec is refused. */
function checkName(name, what) {
    const refused = /^[-+]|[\s:?*[\\\x00-\x1f\x7f]|\.\.|^$/;
    if (refused.test(name)) {
        throw new _cannot_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .CannotCompare */ .zh(`${what} is ${(0,_cannot_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}, which names no branch, tag or commit.`);
    }
}
/**
 * Finds the commit that a branch, tag, full ref or hash stands for, `origin`'s branch before the local one as
 * paths-filter has it; fetches it where it is missing. Throws CannotCompare when it cannot be had.
 */
async function findCommit(clone, name, what) {
    checkName(name, what);
    const here = await localCommit(clone.repository, name);
    if (here !== undefined)
        return here;
    const refusal = await fetchName(clone, name);
    const there = await localCommit(clone.repository, name);
    if (there !== undefined)
        return there;
    const known = (0,_base_js__WEBPACK_IMPORTED_MODULE_0__/* .isCommit */ .WM)(name) ? `${what} (${name.slice(0, 7)})` : `${what} (${(0,_cannot_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)})`;
    throw new _cannot_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .CannotCompare */ .zh(`${known} is not in this clone${refusal}. ${clone.mayFetch ? cure : 'Fetch it.'}`);
}
/** The best common ancestor, after deepening a shallow clone just enough; undefined when there is none. */
async function findMergeBase(clone, name, base, head) {
    let found = await mergeBase(clone.repository, base, head);
    if (found !== undefined || !(await isShallow(clone.repository)))
        return found;
    // A head that only this job has (a commit made by an earlier step) is refused by origin.
    await deepen(clone, [base], [head], async () => {
        found = await mergeBase(clone.repository, base, head);
        return found !== undefined;
    });
    if (found !== undefined || !(await isShallow(clone.repository)))
        return found;
    throw new _cannot_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .CannotCompare */ .zh(`This clone is too shallow to find where it left ${(0,_cannot_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}. ${cure}`);
}
/**
 * Deepens a shallow clone, twice as far each time, until `enough`, or until it is whole. Throws CannotCompare when
 * origin refuses what is `needed`; what is merely `wanted` is then left out.
 */
async function deepen(clone, needed, wanted, enough) {
    if (!clone.mayFetch)
        throw new _cannot_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .CannotCompare */ .zh('This clone is too shallow: run git fetch --unshallow.');
    let refspecs = [...needed, ...wanted];
    let step = Math.max(1, clone.depth);
    for (let turn = 0; turn <= mostDoublings; turn++, step *= 2) {
        let refusal = await fetchFrom(clone, [`--deepen=${step}`], refspecs);
        if (refusal !== '' && refspecs.length > needed.length) {
            refspecs = needed;
            refusal = await fetchFrom(clone, [`--deepen=${step}`], refspecs);
        }
        if (refusal !== '')
            throw new _cannot_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .CannotCompare */ .zh(`This clone is shallow and could not be deepened${refusal}. ${cure}`);
        if ((await enough()) || !(await isShallow(clone.repository)))
            return;
    }
}
/** True where the clone's history is cut off. */
async function isShallow(repository) {
    return (0,_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .readLine */ .Xw)(await repository.git(['rev-parse', '--is-shallow-repository'])) === 'true';
}
async function mergeBase(repository, one, other) {
    const found = await repository.git(['merge-base', one, other]);
    return found.code === 0 ? (0,_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .readLine */ .Xw)(found) : undefined;
}
async function localCommit(repository, name) {
    if ((0,_base_js__WEBPACK_IMPORTED_MODULE_0__/* .isCommit */ .WM)(name) || name.startsWith('refs/'))
        return (0,_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .commitOf */ .D3)(repository, name);
    for (const ref of [`refs/remotes/origin/${name}`, `refs/heads/${name}`, `refs/tags/${name}`, name]) {
        const found = await (0,_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .commitOf */ .D3)(repository, ref);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
async function fetchName(clone, name) {
    const shallow = clone.mayFetch && (await isShallow(clone.repository));
    // A depth in a whole clone would make it shallow.
    if ((0,_base_js__WEBPACK_IMPORTED_MODULE_0__/* .isCommit */ .WM)(name))
        return fetchFrom(clone, shallow ? ['--depth=1'] : [], [name]);
    const depth = shallow ? [`--depth=${Math.max(1, clone.depth)}`] : [];
    if (name.startsWith('refs/'))
        return fetchFrom(clone, depth, [`+${name}:${name}`]);
    const refusal = await fetchFrom(clone, depth, [branchSpec(name)]);
    return refusal === '' ? '' : fetchFrom(clone, depth, [`refs/tags/${name}:refs/tags/${name}`]);
}
function branchSpec(name) {
    return `+refs/heads/${name}:refs/remotes/origin/${name}`;
}
/** Fetches with the credentials that the checkout stored. Gives '' or the end of a sentence that says why not. */
async function fetchFrom(clone, options, refspecs) {
    if (!clone.mayFetch)
        return '';
    const left = clone.fetchUntil - Date.now();
    if (left <= 0)
        return ', and fetching takes too long';
    const common = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules'];
    const argv = [...common, ...options, '--', 'origin', ...refspecs];
    const result = await clone.repository.git(argv, Math.min(fetchMs, left));
    if (result.code === 0)
        return '';
    return result.failure === 'timeout' ? ', and fetching takes too long' : `: ${sayFetchError(result.stderr)}`;
}
function sayFetchError(stderr) {
    if (/does not appear to be a git repository|no such remote/i.test(stderr))
        return 'it has no remote "origin"';
    if (/not our ref|couldn't find remote ref|unadvertised object/i.test(stderr))
        return 'origin does not have it';
    if (/could not read Username|terminal prompts disabled|Authentication failed|Permission denied|error: 40[13]/i.test(stderr)) {
        return 'origin refused us (did the checkout use `persist-credentials: false`?)';
    }
    return `origin could not be asked: ${(0,_cannot_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .sayGitError */ .Au)(stderr)}`;
}


/***/ }),

/***/ 9517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  XT: () => (/* binding */ engineFilter),
  j8: () => (/* binding */ looksLikePath),
  jt: () => (/* binding */ pathsFilter),
  M1: () => (/* binding */ readFilters)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __nccwpck_require__(9078);
// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(977);
;// CONCATENATED MODULE: ./build/changes/filter-yaml.js



/** Anchors can multiply a short text into millions of rules; nobody writes that many. */
const mostRules = 100_000;
const mostDepth = 50;
/**
 * Parses the YAML of filters: a map from a name to a pattern, a list (nested as anchors make it), or a map from
 * statuses (`added|modified`) to patterns. Merge keys work, as they do in paths-filter. Throws a GateError with all
 * faults.
 */
async function parseFilters(yamlText, source) {
    const root = await parseYaml(yamlText, source);
    if (!(root instanceof Map))
        throw (0,catalogue/* gateError */.em)('filters-root', { source, found: describe(root) });
    const faults = [];
    const filters = [...root].map(([key, value]) => {
        const name = String(key);
        const rules = [];
        const reason = addRules(value, rules, 0);
        if (reason !== undefined)
            faults.push((0,catalogue/* makeFault */.VI)('filters-shape', { source, filter: (0,build_text/* oneLine */.TN)(name, 100), reason }));
        return { name, rules };
    });
    const [first, ...others] = faults;
    if (first !== undefined)
        throw new errors/* GateError */.u(first, others);
    return filters;
}
async function parseYaml(text, source) {
    const { parseDocument } = await __nccwpck_require__.e(/* import() */ 815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
    const document = parseDocument(text, { merge: true, prettyErrors: true, logLevel: 'silent' });
    const error = document.errors[0];
    if (error !== undefined) {
        const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
        const reason = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
        throw (0,catalogue/* gateError */.em)('filters-yaml', { source, line, column: col, reason: (0,build_text/* oneLine */.TN)(reason).replace(/\.$/, '') });
    }
    try {
        // The number of aliases is not the danger, what they expand to is: `addRules` counts that.
        return document.toJS({ mapAsMap: true, maxAliasCount: -1 });
    }
    catch (thrown) {
        const reason = (0,build_text/* oneLine */.TN)(thrown instanceof Error ? thrown.message : String(thrown)).replace(/\.$/, '');
        throw (0,catalogue/* gateError */.em)('filters-yaml', { source, line: 1, column: 1, reason });
    }
}
/** Adds the rules of one value; gives the end of a sentence that says what is wrong with it, if anything is. */
function addRules(value, rules, depth) {
    if (depth > mostDepth)
        return `is nested more than ${mostDepth} deep`;
    if (rules.length >= mostRules)
        return `has more than ${mostRules} rules`;
    if (typeof value === 'string')
        return addRule(undefined, [value], rules);
    if (Array.isArray(value))
        return firstFault(value, item => addRules(item, rules, depth + 1));
    if (value instanceof Map)
        return firstFault([...value], ([key, given]) => addStatusRule(key, given, rules));
    return `has ${describe(value)} where a pattern belongs`;
}
function addStatusRule(key, given, rules) {
    const patterns = [];
    const reason = addPatterns(given, patterns, 0);
    if (reason !== undefined)
        return `has ${reason} under "${(0,build_text/* oneLine */.TN)(String(key), 60)}", where a pattern belongs`;
    const names = String(key).split('|');
    const statuses = names.map(name => name.trim().toLowerCase()).filter(name => name !== '');
    return addRule(statuses, patterns, rules);
}
function addPatterns(given, patterns, depth) {
    if (typeof given === 'string') {
        patterns.push(given);
        return undefined;
    }
    if (!Array.isArray(given) || depth > mostDepth || patterns.length > mostRules)
        return describe(given);
    return firstFault(given, item => addPatterns(item, patterns, depth + 1));
}
function addRule(statuses, patterns, rules) {
    if (patterns.includes(''))
        return 'has an empty pattern';
    rules.push({ statuses, patterns });
    return undefined;
}
function firstFault(items, check) {
    for (const item of items) {
        const fault = check(item);
        if (fault !== undefined)
            return fault;
    }
    return undefined;
}
function describe(value) {
    if (value === null || value === undefined)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    if (value instanceof Map)
        return 'a map';
    return typeof value === 'string' ? 'text' : `the ${typeof value} ${(0,build_text/* oneLine */.TN)(String(value), 60)}`;
}

// EXTERNAL MODULE: ./build/changes/matcher.js + 2 modules
var matcher = __nccwpck_require__(6512);
;// CONCATENATED MODULE: ./build/changes/filter.js


/** True when a `filters` value is the path of a file: it has neither a line end nor a colon, as in paths-filter. */
function looksLikePath(value) {
    return !/[\n:]/.test(value);
}
/**
 * Reads filters in the format of dorny/paths-filter and compiles them. `source` is how messages call the text:
 * `the filters input` or a path. Throws a GateError with every fault of the text. An unknown status or an empty
 * list is no fault there and none here, where `inspectFilters` warns of it: such a rule never matches.
 */
async function readFilters(yamlText, source) {
    const texts = await parseFilters(yamlText, source);
    const compile = await (0,matcher/* matcherCompiler */.K)();
    return texts.map(({ name, rules }) => ({
        name,
        source,
        rules: rules.map(rule => compileRule(rule, compile)),
    }));
}
/** The filter of the `paths` of our config file, in which a `!` excludes from what stands before it. */
async function pathsFilter(name, paths, source) {
    const compile = await (0,matcher/* matcherCompiler */.K)();
    const rules = paths.map(path => compileRule({ statuses: undefined, patterns: [path] }, compile));
    return { name, source, rules, quantifier: 'gitignore' };
}
/**
 * The filter of an engine that has none: every file that it reads, named itself or by its folder (relative to the
 * repository root, `.` for all).
 */
function engineFilter(name, ...paths) {
    return { name, rules: paths.map(pathRule), quantifier: 'some' };
}
function pathRule(path) {
    const folder = path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
    if (folder === '' || folder === '.') {
        return {
            statuses: undefined,
            patterns: ['**'],
            matchers: [{ negated: false, holds: () => true, places: [''] }],
        };
    }
    const pattern = `${folder.replace(/[*?[\]{}()!+@|\\]/g, '\\$&')}/**`;
    const holds = (file) => file === folder || file.startsWith(`${folder}/`);
    return {
        statuses: undefined,
        patterns: [pattern],
        matchers: [{ negated: false, holds, places: [folder, `${folder}/`] }],
    };
}
function compileRule(rule, compile) {
    return { ...rule, matchers: rule.patterns.map(compile) };
}


/***/ }),

/***/ 6512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ matcherCompiler)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __nccwpck_require__(9078);
// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(977);
;// CONCATENATED MODULE: ./build/changes/picomatch-dialect.js
/**
 * A glob of picomatch 2.3 said in minimatch's words, piece by piece. Pure. picomatch writes a regular expression and
 * lets much of the pattern through to it, so `(a|b)?`, `[ab]+` and `a/b|c` mean what they mean there.
 */
/** What picomatch takes for a sign of a regular expression in brackets; without one it also matches them as text. */
const regexSigns = /[-*+?.^${}(|)[\]]/;
const range = /^\{([^{},./\\()[\]*?]*)\.\.([^{},./\\()[\]*?]*)(?:\.\.([^{},./\\()[\]*?]*))?\}/;
/** Translates one glob without its leading `!`. `rest` is what follows it in the pattern around it. */
function translateGlob(glob, rest = '') {
    let text = '';
    for (let at = 0; at < glob.length;) {
        const piece = pieceAt(glob, at, rest);
        text += piece.text;
        at += piece.length;
    }
    return text;
}
/** Splits at each `|` that is in no group, bracket or quotes. */
function splitAlternatives(glob) {
    const parts = [''];
    let depth = 0;
    for (let at = 0; at < glob.length;) {
        const length = opaqueLength(glob, at);
        const sign = glob.slice(at, at + length);
        if (sign === '(')
            depth++;
        if (sign === ')')
            depth--;
        if (sign === '|' && depth <= 0)
            parts.push('');
        else
            parts[parts.length - 1] += sign;
        at += length;
    }
    return parts;
}
/** Text as a glob that means it letter for letter. */
function escapeGlob(text) {
    return text.replace(/[*?[\]{}()!+@|\\,]/g, '\\$&');
}
function pieceAt(glob, at, rest) {
    const sign = glob[at] ?? '';
    if (sign === '\\')
        return escapeAt(glob, at);
    if (sign === '"') {
        const length = opaqueLength(glob, at);
        return { text: escapeGlob(glob.slice(at + 1, at + length).replace(/"$/, '')), length };
    }
    if (sign === '[')
        return bracketAt(glob, at);
    if (sign === '{')
        return rangeAt(glob, at);
    if (sign === '(')
        return groupAt(glob, at, '', rest);
    if (glob[at + 1] === '(' && '?*+@!'.includes(sign))
        return groupAt(glob, at, sign, rest);
    return { text: sign, length: 1 };
}
/** One before a dot, a semicolon or a slash is dropped. */
function escapeAt(glob, at) {
    const next = glob[at + 1] ?? '';
    if (next === '')
        return { text: '\\\\', length: 1 };
    return { text: '.;/'.includes(next) ? next : `\\${next}`, length: 2 };
}
/** `[id]` matches those four characters as well as one of the two; a `!` in it is a character. */
function bracketAt(glob, at) {
    const length = opaqueLength(glob, at);
    if (length === 1)
        return { text: '\\[', length };
    const inner = glob.slice(at + 1, at + length - 1);
    const set = `[${inner.replace(/^!/, '\\!')}]`;
    const either = regexSigns.test(inner) ? [set] : [escapeGlob(`[${inner}]`), set];
    if (glob[at + length] === '+')
        return { text: `+(${either.join('|')})`, length: length + 1 };
    return { text: either.length === 1 ? set : `@(${either.join('|')})`, length };
}
/** `{1..3}` is the set `[1-3]`, so `{10..20}` is one character; what is no set is text. */
function rangeAt(glob, at) {
    const found = range.exec(glob.slice(at));
    if (found === null)
        return { text: '{', length: 1 };
    const ends = found.slice(1).filter(end => end !== undefined && end !== '');
    ends.sort();
    const set = `[${ends.join('-')}]`;
    return { text: isSet(set) ? set : escapeGlob(ends.join('..')), length: found[0].length };
}
function isSet(text) {
    try {
        new RegExp(text);
        return true;
    }
    catch {
        return false;
    }
}
/** A group; the `?` or `+` behind it counts how often it may occur. */
function groupAt(glob, at, mark, rest) {
    const open = at + mark.length;
    const close = closeOf(glob, open);
    if (close === -1)
        return { text: `${mark}\\(`, length: mark.length + 1 };
    const inner = glob.slice(open + 1, close);
    const quantifier = /^[?+](?!\()/.exec(glob.slice(close + 1))?.[0] ?? '';
    const behind = glob.slice(close + 1) + rest;
    const parts = splitAlternatives(inner).map(part => translateGlob(part, `)${behind}`));
    const group = mark === '!' ? negatedGroup(parts, inner, behind) : positiveGroup(parts, inner, mark, quantifier);
    const end = close + 1 + quantifier.length;
    // Behind a group `**` crosses slashes, though it is not alone between them.
    if (/^\*\*(?:$|\/)/.test(glob.slice(end)))
        return { text: `${group}{*,*/**}`, length: end + 2 - at };
    return { text: group, length: end - at };
}
function positiveGroup(parts, inner, mark, quantifier) {
    const once = (mark === '' || mark === '@') && quantifier === '';
    if (once && inner.includes('/')) {
        // minimatch looks for no slash in a group.
        return parts.length === 1 ? (parts[0] ?? '') : `{${parts.join(',')}}`;
    }
    const sign = quantifier !== '' && (mark === '' || mark === '@') ? quantifier : mark || '@';
    return `${sign}(${parts.join('|')})`;
}
/** Before more of the pattern, `!(a)` is what does not even begin with `a`. */
function negatedGroup(parts, inner, behind) {
    const exact = /^\)*$/.test(behind) || (inner.includes('*') && /^\.[^\\/.]+$/.test(behind));
    return `!(${(exact ? parts : parts.map(part => `${part}*`)).join('|')})`;
}
function closeOf(glob, open) {
    let depth = 0;
    for (let at = open; at < glob.length; at += opaqueLength(glob, at)) {
        if (glob[at] === '(')
            depth++;
        if (glob[at] === ')' && --depth === 0)
            return at;
    }
    return -1;
}
/** Length of what stands here and hides its contents: an escape, a bracket, quotes; else one character. */
function opaqueLength(glob, at) {
    const sign = glob[at];
    if (sign === '\\')
        return Math.min(2, glob.length - at);
    if (sign === '"') {
        const end = glob.indexOf('"', at + 1);
        return end === -1 ? glob.length - at : end + 1 - at;
    }
    if (sign !== '[')
        return 1;
    return /^\[\^?\]?(?:\[:\w+:\]|\\.|[^\]])*\]/.exec(glob.slice(at))?.[0].length ?? 1;
}

;// CONCATENATED MODULE: ./build/changes/pattern.js

// `a/**/!(b)` matches `a`, too: what is behind it may be nothing.
const nullable = /^(.+)\/\*\*\/[*?!]\([^()]*\)$/;
/** Reads one pattern. */
function readPattern(pattern) {
    const { negated, rest } = readNegation(pattern.replace(/^\.\//, ''));
    const plain = negated || !pattern.startsWith('!') ? rest.replace(/^\.\//, '') : rest;
    // `!(a/b)` alone crosses slashes, which no group of minimatch does: it is `!` before each of its alternatives.
    const group = /^!\(([^()]*\/[^()]*)\)$/.exec(plain)?.[1];
    if (group !== undefined)
        return { negated: !negated, globs: readGlobs(`(${group})`) };
    // Of a pattern without `!` alone picomatch knows a short cut: `**.sql` is any name in .sql, at any depth.
    const short = /^(?:\.\/)?\*\*(?:\.\w+)+$/.test(pattern);
    const globs = short ? [`**/*${plain.slice(2)}`] : readGlobs(plain);
    return { negated, globs };
}
function readGlobs(plain) {
    // Without a sign that it has to think about, picomatch takes `|` for a character.
    const alternatives = /^[*!]|[/()[\]{}"]/.test(plain) ? splitAlternatives(plain) : [plain];
    return alternatives.flatMap((glob, index) => {
        const last = index === alternatives.length - 1;
        return readGlob(last ? glob : glob.replace(/\*\*$/, '*'));
    });
}
function readGlob(glob) {
    // A path of git's has no such part, and minimatch would take it away.
    if (/(?:^|\/)\.{1,2}(?:\/|$)|\/\//.test(glob))
        return [];
    // Before a brace `**` keeps its meaning, as it does before a slash.
    const translated = translateGlob(glob.replace(/(^|\/)\*\*(?=\{)/g, '$1**/*'));
    // `a/**` matches `a` as well (a submodule, or a file where a folder is now), and `a*/**` does not.
    const folder = /^(.*(?:[^*]|\\\*))\/\*\*(?:\/\*\*)*$/.exec(translated)?.[1] ?? nullable.exec(translated)?.[1];
    return folder === undefined ? [translated] : [translated, folder];
}
/** Two marks cancel each other; the one of `!(…)` belongs to the group. */
function readNegation(pattern) {
    const marks = /^(?:!(?!\())*/.exec(pattern)?.[0].length ?? 0;
    return { negated: marks % 2 === 1, rest: pattern.slice(marks) };
}

// EXTERNAL MODULE: ./build/changes/places.js
var places = __nccwpck_require__(3892);
;// CONCATENATED MODULE: ./build/changes/matcher.js




/** A glob that needs no regular expression: `src/orion/**` and `package.json`. */
const plainGlob = /^([^*?[\]{}()!+@|\\]+?)(\/\*\*)?$/;
/** Of more alternatives in braces an index is no help. */
const mostAlternatives = 100;
/** Twenty-four times `{a,b}` are sixteen million. */
const mostExpanded = 10_000;
/** Loads minimatch; what it gives compiles each pattern once, however many filters share it by an anchor. */
async function matcherCompiler() {
    const { Minimatch, braceExpand } = await __nccwpck_require__.e(/* import() */ 138).then(__nccwpck_require__.bind(__nccwpck_require__, 1138));
    const options = {
        dot: true,
        nonegate: true,
        nocomment: true,
        platform: 'linux',
        braceExpandMax: mostExpanded + 1,
    };
    const compileGlob = (glob) => {
        const [, text, below] = plainGlob.exec(glob) ?? [];
        if (text !== undefined && below === undefined)
            return path => path === text;
        if (text !== undefined)
            return path => path.startsWith(text) && path[text.length] === '/';
        // Most of many patterns are never held against anything; of groups there may be too many.
        let made = glob.includes('(')
            ? new Minimatch(glob, options)
            : undefined;
        const match = (path) => {
            made ??= new Minimatch(glob, options);
            return made.match(path);
        };
        const ending = /\*([^*?[\]{}()!+@|\\/]+)$/.exec(glob)?.[1] ?? '';
        return path => path.endsWith(ending) && match(path);
    };
    const expand = (globs) => {
        const expanded = globs.flatMap(glob => (glob.includes('{') ? braceExpand(glob, options) : [glob]));
        if (expanded.length > mostExpanded)
            throw new Error(`its braces make more than ${mostExpanded} of it`);
        return expanded.length > mostAlternatives ? [...globs] : expanded;
    };
    const known = new Map();
    return pattern => {
        const compiled = known.get(pattern) ?? refusing(pattern, () => makeMatcher(pattern, expand, compileGlob));
        known.set(pattern, compiled);
        return compiled;
    };
}
function refusing(pattern, make) {
    try {
        return make();
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw (0,catalogue/* gateError */.em)('pattern-complex', { pattern: (0,build_text/* oneLine */.TN)(pattern, 80), reason: (0,build_text/* oneLine */.TN)(reason, 120) });
    }
}
function makeMatcher(pattern, expand, compileGlob) {
    const { negated, globs } = readPattern(pattern);
    const all = expand(globs);
    const tests = all.map(compileGlob);
    // A path that is the pattern letter for letter matches, whatever its characters mean, as in picomatch.
    const holds = (path) => (path === pattern ? !negated : tests.some(test => test(path)));
    return { negated, holds, places: [...new Set([pattern, ...all.map(places/* placeOf */.$)])] };
}


/***/ }),

/***/ 3892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   C: () => (/* binding */ findByPlace)
/* harmony export */ });
/**
 * Where a glob can be met: a key that it has in common with every path that it matches. So a path is held against few of
 * many patterns. Pure.
 */
const special = /[*?[\]{}()!+@|\\]/;
/** `src/orion/` for what is below a folder, `/db` for a part of that name, `*.sql` for an ending, the path itself; or ''. */
function placeOf(glob) {
    const end = glob.search(special);
    if (end === -1)
        return glob;
    const folder = glob.slice(0, glob.lastIndexOf('/', end) + 1);
    // In a group or a set a slash or a star is not what it seems.
    if (/[[\]{}()\\]/.test(glob.slice(folder.length)))
        return folder;
    const [part = ''] = glob
        .split('/')
        .filter(one => one !== '' && !special.test(one))
        .sort((one, other) => other.length - one.length);
    if (folder.length > part.length)
        return folder;
    if (part !== '')
        return `/${part}`;
    const ending = /[*?][^/]*(\.[^.*?/!+@|]+)$/.exec(glob)?.[1];
    return ending === undefined ? folder : `*${ending}`;
}
/** Finds what stands in an index under any place of a path. What folders have in common is looked up once a folder. */
function findByPlace(index) {
    const everywhere = index.get('');
    const byFolder = new Map([['', everywhere === undefined ? [] : [everywhere]]]);
    const findInFolder = (folder) => {
        const known = byFolder.get(folder);
        if (known !== undefined)
            return known;
        const from = folder === '/' ? 0 : folder.lastIndexOf('/', folder.length - 2) + 1;
        const outer = findInFolder(folder.slice(0, from));
        const own = [index.get(folder), index.get(`/${folder.slice(from, -1)}`)].filter(one => one !== undefined);
        const found = own.length === 0 ? outer : [...outer, ...own];
        byFolder.set(folder, found);
        return found;
    };
    const findOwn = findByName(index);
    // As git lists them, one path is most often in the folder of the one before it.
    let folder = '';
    let above = findInFolder(folder);
    return path => {
        const length = path.lastIndexOf('/') + 1;
        if (length !== folder.length || !path.startsWith(folder)) {
            folder = path.slice(0, length);
            above = findInFolder(folder);
        }
        const found = findOwn(path, length);
        return found.length === 0 ? above : [...above, ...found];
    };
}
/** What a path does not have in common with its folder. Of places that no pattern has, none is made. */
function findByName(index) {
    const places = [...index.keys()];
    const named = places.some(place => place.startsWith('/'));
    const ended = places.some(place => place.startsWith('*'));
    // A pattern is a place too, for a path that is the same letter for letter.
    const plain = places.some(place => !special.test(place) && !place.startsWith('/') && !place.endsWith('/'));
    return (path, from) => {
        const found = [];
        const look = (place) => {
            const there = index.get(place);
            if (there !== undefined)
                found.push(there);
        };
        if (plain || special.test(path))
            look(path);
        if (named)
            look(`/${path.slice(from)}`);
        const dot = ended ? path.lastIndexOf('.') : -1;
        if (dot >= from)
            look(`*${path.slice(dot)}`);
        return found;
    };
}


/***/ }),

/***/ 1560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ commitOf),
/* harmony export */   Qo: () => (/* binding */ headCommit),
/* harmony export */   W1: () => (/* binding */ findRepository),
/* harmony export */   Xw: () => (/* binding */ readLine),
/* harmony export */   h_: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2554);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7898);
/* harmony import */ var _cannot_compare_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4861);




const localTimeoutMs = 60_000;
/** What git and its transports (ssh, https behind a proxy or a private CA) need; nothing of ours, no secret. */
const passed = /^(?:PATH|HOME|USER|LOGNAME|TMPDIR|TEMP|TMP|XDG_CONFIG_HOME|SSH_AUTH_SOCK|SSL_CERT_(?:FILE|DIR)|CURL_CA_BUNDLE|(?:https?|all|no)_proxy|GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|SSH|SSH_COMMAND|SSL_\w+|EXEC_PATH)|SYSTEMROOT|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|COMSPEC|PATHEXT)$/i;
/** The environment for git: never a question on the terminal, English messages, no lock for reading. */
function gitEnvironment(env) {
    const chosen = Object.entries(env).filter(([name]) => passed.test(name));
    return {
        ...Object.fromEntries(chosen),
        GIT_TERMINAL_PROMPT: '0',
        GIT_ASKPASS: '',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_PAGER: 'cat',
        LC_ALL: 'C',
    };
}
/** Opens the repository around a folder. Throws CannotCompare, as a note where there simply is none. */
async function openRepository(options) {
    if (options.found !== undefined)
        return options.found;
    if (isOutside(options.cwd))
        throw new _cannot_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .CannotCompare */ .zh(outside, 'note');
    const env = gitEnvironment(options.env);
    const found = await runGit(options.cwd, env, ['rev-parse', '--show-toplevel']);
    if (found.code === 0)
        return repositoryAt(checkRoot(readLine(found)), env);
    if (/dubious ownership|unsafe repository/.test(found.stderr))
        return openForeign(options, env);
    if (/not a git repository|must be run in a work tree/i.test(found.stderr)) {
        throw new _cannot_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .CannotCompare */ .zh(outside, 'note');
    }
    throw new _cannot_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .CannotCompare */ .zh(`git cannot read this repository: ${(0,_cannot_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .sayGitError */ .Au)(found.stderr)}.`);
}
const outside = 'There is no git repository here, so what changed is not known.';
/** No folder above has a `.git`, without which git finds nothing that `checkRoot` would take: it need not be asked. */
function isOutside(folder) {
    const real = (0,_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .openDisk */ .UJ)(folder).realPath('.');
    return real.ok && workTreeAbove(real.value) === undefined;
}
/** The repository around a folder, or undefined where there is none or git cannot read it. */
async function findRepository(options) {
    return openRepository(options).catch(() => undefined);
}
/** The commit that is checked out, or undefined. */
async function headCommit(options) {
    try {
        return await commitOf(await openRepository(options), 'HEAD');
    }
    catch {
        return undefined;
    }
}
/** The full hash of a commit that this clone has, or undefined. The expression must not begin with `-`. */
async function commitOf(repository, expression) {
    const found = await repository.git(['rev-parse', '--verify', '--quiet', `${expression}^{commit}`]);
    return found.code === 0 ? readLine(found) : undefined;
}
/** The first line of what git printed. */
function readLine(result) {
    return result.stdout.toString('utf8').split('\n')[0] ?? '';
}
/**
 * Container jobs: the workspace belongs to another user, and git refuses to look for a repository in it. Inside
 * GITHUB_WORKSPACE the repository is named outright instead, which every version of git accepts (safe.directory
 * from the command line or the environment is ignored before 2.38) and which leaves no file behind. Elsewhere
 * git's refusal protects a person, and stands.
 */
async function openForeign(options, env) {
    const workspace = options.env.GITHUB_WORKSPACE;
    const root = workTreeAbove((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(options.cwd));
    if (workspace === undefined || root === undefined || !isInside((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace), root)) {
        throw new _cannot_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .CannotCompare */ .zh(`git does not trust this folder, because another user owns it: git config --global --add safe.directory ${(0,_cannot_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(root ?? options.cwd)}.`);
    }
    const named = { ...env, GIT_DIR: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, '.git'), GIT_WORK_TREE: root };
    const checked = await runGit(root, named, ['rev-parse', '--git-dir']);
    if (checked.code === 0)
        return repositoryAt(root, named);
    throw new _cannot_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .CannotCompare */ .zh(`git cannot read this repository: ${(0,_cannot_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .sayGitError */ .Au)(checked.stderr)}.`);
}
/** Where git is older than 2.38 and takes any folder with a HEAD for a repository; `.git` itself cannot be committed. */
function checkRoot(root) {
    if (workTreeAbove(root) === root)
        return root;
    throw new _cannot_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .CannotCompare */ .zh(`The repository of ${(0,_cannot_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(root)} has no .git there, so it is not trusted.`);
}
function workTreeAbove(folder) {
    // A folder, or the file of a worktree or submodule.
    const own = (0,_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .openDisk */ .UJ)(folder).readBytes('.git');
    if (own.ok || !own.absent)
        return folder;
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(folder);
    return above === folder ? undefined : workTreeAbove(above);
}
function isInside(outer, inner) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(outer, inner);
    return way === '' || (!way.startsWith('..') && (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(outer, way) === inner);
}
function repositoryAt(root, env) {
    return { root, git: (args, timeoutMs, input) => runGit(root, env, args, timeoutMs, input) };
}
/**
 * A monitor, hooks (which may lie in the work tree) and automatic maintenance would start programs of their own, the
 * last behind our back. A folder of the work tree that looks like a repository is files, and its `config` no configuration.
 */
const settings = [
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'gc.auto=0',
    'maintenance.auto=false',
    'safe.bareRepository=explicit',
];
const quiet = settings.flatMap(setting => ['-c', setting]);
async function runGit(cwd, env, args, timeoutMs = localTimeoutMs, input = '') {
    const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_2__/* .runProcess */ .R3)(['git', ...quiet, ...args], { cwd, env, timeoutMs, input });
    if (result.failure === 'missing') {
        throw new _cannot_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .CannotCompare */ .zh('There is no git on PATH, so what changed is not known.', 'note');
    }
    if (result.failure === 'no-folder') {
        throw new _cannot_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .CannotCompare */ .zh(`The folder ${(0,_cannot_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(cwd)} does not exist, so what changed is not known.`);
    }
    if (result.failure === 'denied')
        throw new _cannot_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .CannotCompare */ .zh('git may not be run by this user.');
    return result;
}


/***/ }),

/***/ 8865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ resolveBase),
  t: () => (/* binding */ resolveHead)
});

// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(977);
// EXTERNAL MODULE: ./build/changes/cannot-compare.js
var cannot_compare = __nccwpck_require__(4861);
// EXTERNAL MODULE: ./build/changes/fetch.js
var fetch = __nccwpck_require__(9234);
// EXTERNAL MODULE: ./build/changes/repository.js
var repository = __nccwpck_require__(1560);
;// CONCATENATED MODULE: ./build/changes/tags.js


const preRelease = /\d[-._]?(?:a|alpha|b|beta|c|rc|pre|preview|dev|next|canary|snapshot|nightly)[-._]?\d*$/i;
/**
 * Picks the earlier tag to compare with: the nearest of the same series (`orion-1.2` and `orion-1.1`, not
 * `nebula-3.0`; no release candidate for a full release, whose deploy goes from release to release); without one,
 * the nearest of the same series that is a candidate. `history` holds the ancestors, newest first, without the
 * tag's own commit.
 */
function pickEarlierTag(tag, history, tags) {
    const series = seriesOf(tag);
    const full = !preRelease.test(tag);
    let second;
    for (const commit of history) {
        const same = (tags.get(commit) ?? []).filter(one => seriesOf(one) === series);
        const best = longest(full ? same.filter(one => !preRelease.test(one)) : same);
        if (best !== undefined)
            return { tag: best, commit, certain: true };
        const other = longest(same);
        if (other !== undefined)
            second ??= { tag: other, commit };
    }
    return second === undefined ? undefined : { ...second, certain: false };
}
/**
 * Finds that tag for the head, with the tags of origin where the clone is shallow, deepening it until one is met.
 * Undefined: no tag of the series is an ancestor. Throws CannotCompare when a shallow clone cannot be completed.
 */
async function findEarlierTag(clone, tag, head) {
    const local = await localTags(clone);
    const shallow = await (0,fetch/* isShallow */.fE)(clone.repository);
    const remote = shallow || countOfSeries(tag, local, head) === 0 ? await remoteTags(clone) : undefined;
    if (shallow && remote === undefined) {
        throw new cannot_compare/* CannotCompare */.zh('This clone is shallow and origin does not list its tags. Check out with `fetch-depth: 0`.');
    }
    const tags = remote === undefined ? local : merge(local, remote);
    let found = pickEarlierTag(tag, await ancestors(clone, head), tags);
    if (found?.certain || !shallow || countOfSeries(tag, tags, head) === 0)
        return found;
    await (0,fetch/* deepen */.gN)(clone, [head], [], async () => {
        found = pickEarlierTag(tag, await ancestors(clone, head), tags);
        return found?.certain === true;
    });
    return found;
}
/** What stands before the first digit that begins a version: `v`, `orion-`, `release/`. */
function seriesOf(tag) {
    return /^(.*?)\d/.exec(tag)?.[1] ?? tag;
}
/** Of `v1`, `v1.4` and `v1.4.2` on one commit the last says most. */
function longest(tags) {
    return [...tags].sort((a, b) => b.length - a.length)[0];
}
function countOfSeries(tag, tags, head) {
    const others = [...tags].filter(([commit]) => commit !== head).flatMap(([, names]) => names);
    return others.filter(name => name !== tag && seriesOf(name) === seriesOf(tag)).length;
}
async function ancestors(clone, head) {
    const listed = await clone.repository.git(['rev-list', head]);
    const commits = listed.stdout.toString('latin1').split('\n');
    return commits.filter(commit => commit !== '' && commit !== head);
}
async function localTags(clone) {
    const format = '%(objectname) %(*objectname) %(refname)';
    const listed = await clone.repository.git(['for-each-ref', `--format=${format}`, 'refs/tags']);
    const rows = listed.stdout.toString('utf8').split('\n');
    return collect(rows.map(row => {
        const [object, peeled, ref] = row.split(' ');
        return { commit: peeled || object || '', ref: ref ?? '' };
    }));
}
async function remoteTags(clone) {
    if (!clone.mayFetch)
        return undefined;
    const listed = await clone.repository.git(['ls-remote', '--tags', '--', 'origin'], 60_000);
    if (listed.code !== 0)
        return undefined;
    const rows = listed.stdout
        .toString('utf8')
        .split('\n')
        .map(row => row.split('\t'));
    const peeled = new Set(rows.map(([, ref]) => ref ?? '').filter(ref => ref.endsWith('^{}')));
    const last = rows.filter(([, ref]) => !peeled.has(`${ref}^{}`));
    return collect(last.map(([commit, ref]) => ({ commit: commit ?? '', ref: (ref ?? '').replace(/\^\{\}$/, '') })));
}
function collect(rows) {
    const tags = new Map();
    for (const { commit, ref } of rows) {
        if (!ref.startsWith('refs/tags/'))
            continue;
        const name = ref.slice('refs/tags/'.length);
        tags.set(commit, [...(tags.get(commit) ?? []), name]);
    }
    return tags;
}
function merge(one, other) {
    const all = new Map(one);
    for (const [commit, names] of other)
        all.set(commit, [...new Set([...(all.get(commit) ?? []), ...names])]);
    return all;
}

;// CONCATENATED MODULE: ./build/changes/resolve.js





/** The head of a decision as a commit. Throws CannotCompare. */
async function resolveHead(clone, decision) {
    if (decision.head !== undefined)
        return (0,fetch/* findCommit */.fq)(clone, decision.head, 'The head of the comparison');
    const head = await (0,repository/* commitOf */.D3)(clone.repository, 'HEAD');
    if (head === undefined)
        throw new cannot_compare/* CannotCompare */.zh('This repository has no commit yet.', 'note');
    return head;
}
/** Finds the base that a rule asks for, completing a shallow clone where that is needed. Throws CannotCompare. */
async function resolveBase(clone, rule, head) {
    switch (rule.how) {
        case 'head':
            return is(head, 'what is not committed');
        case 'everything':
            return everything(clone, rule.reason);
        case 'first-parent':
            return firstParent(clone, head);
        case 'commit':
            return is(await (0,fetch/* findCommit */.fq)(clone, rule.commit, capital(rule.reason)), `against ${rule.reason}`);
        case 'merge-base':
            return sinceMergeBase(clone, rule.name, rule.label, head);
        case 'pull-request':
            return pullRequestBase(clone, rule, head);
        case 'earlier-tag':
            return earlierTag(clone, rule.tag, head);
    }
}
async function pullRequestBase(clone, rule, head) {
    const parents = await parentsOf(clone, head);
    const [first, second] = parents;
    if (first !== undefined && second !== undefined && second === rule.headSha) {
        await (0,fetch/* findCommit */.fq)(clone, first, 'The first parent of the merge commit');
        return is(first, `the merge commit against the tip of ${(0,build_text/* oneLine */.TN)(rule.baseRef, 80)}`);
    }
    return sinceMergeBase(clone, rule.baseSha, rule.baseRef, head);
}
async function sinceMergeBase(clone, name, label, head) {
    const tip = await (0,fetch/* findCommit */.fq)(clone, name, 'The base of the comparison');
    const found = await (0,fetch/* findMergeBase */.fe)(clone, name, tip, head);
    const shown = (0,build_text/* oneLine */.TN)(label, 80);
    if (found !== undefined)
        return is(found, `since it left ${shown}`);
    const warning = `There is no common ancestor with ${(0,cannot_compare/* quote */.hD)(label)}: the two are compared as they are.`;
    return { ...is(tip, `against ${shown}`), warnings: [warning] };
}
async function firstParent(clone, head) {
    const [parent] = await parentsOf(clone, head);
    if (parent === undefined)
        return everything(clone, 'it is the first commit');
    return is(await (0,fetch/* findCommit */.fq)(clone, parent, 'The parent of the last commit'), 'against its first parent');
}
async function earlierTag(clone, tag, head) {
    const found = await findEarlierTag(clone, tag, head);
    return found === undefined
        ? everything(clone, 'no earlier tag of its kind is an ancestor')
        : is(found.commit, `against the earlier tag ${(0,build_text/* oneLine */.TN)(found.tag, 80)}`);
}
async function everything(clone, reason) {
    // Both hash functions have an empty tree, and git knows it without storing it.
    const empty = (0,repository/* readLine */.Xw)(await clone.repository.git(['hash-object', '-t', 'tree', '--stdin']));
    return { base: empty, whole: true, words: `every file, because ${reason}`, warnings: [] };
}
/** The parents as the commit itself names them: a shallow clone hides those that it does not have. */
async function parentsOf(clone, commit) {
    const text = (await clone.repository.git(['cat-file', 'commit', commit])).stdout.toString('latin1');
    const header = text.split('\n\n')[0] ?? '';
    return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(match => match[1] ?? '');
}
function is(base, words) {
    return { base, whole: false, words, warnings: [] };
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}


/***/ }),

/***/ 9596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ sqlstateOfClass),
/* harmony export */   r: () => (/* binding */ conditionOf)
/* harmony export */ });
/** PostgreSQL's names for its SQLSTATEs (documentation, appendix A): the errors that a migration can meet. Pure. */
const names = {
    '08000': 'connection_exception',
    '08001': 'sqlclient_unable_to_establish_sqlconnection',
    '08003': 'connection_does_not_exist',
    '08006': 'connection_failure',
    '08P01': 'protocol_violation',
    '0A000': 'feature_not_supported',
    '0LP01': 'invalid_grant_operation',
    '0P000': 'invalid_role_specification',
    '21000': 'cardinality_violation',
    '22001': 'string_data_right_truncation',
    '22003': 'numeric_value_out_of_range',
    '22004': 'null_value_not_allowed',
    '22007': 'invalid_datetime_format',
    '22008': 'datetime_field_overflow',
    '22012': 'division_by_zero',
    '22021': 'character_not_in_repertoire',
    '22023': 'invalid_parameter_value',
    '22026': 'string_data_length_mismatch',
    '2200H': 'sequence_generator_limit_exceeded',
    '22P02': 'invalid_text_representation',
    '22P03': 'invalid_binary_representation',
    '22P04': 'bad_copy_file_format',
    '22P05': 'untranslatable_character',
    '23000': 'integrity_constraint_violation',
    '23001': 'restrict_violation',
    '23502': 'not_null_violation',
    '23503': 'foreign_key_violation',
    '23505': 'unique_violation',
    '23514': 'check_violation',
    '23P01': 'exclusion_violation',
    '25001': 'active_sql_transaction',
    '25006': 'read_only_sql_transaction',
    '25P01': 'no_active_sql_transaction',
    '25P02': 'in_failed_sql_transaction',
    '25P03': 'idle_in_transaction_session_timeout',
    '25P04': 'transaction_timeout',
    '26000': 'invalid_sql_statement_name',
    '27000': 'triggered_data_change_violation',
    '28000': 'invalid_authorization_specification',
    '28P01': 'invalid_password',
    '2BP01': 'dependent_objects_still_exist',
    '2D000': 'invalid_transaction_termination',
    '3D000': 'invalid_catalog_name',
    '3F000': 'invalid_schema_name',
    '40001': 'serialization_failure',
    '40002': 'transaction_integrity_constraint_violation',
    '40003': 'statement_completion_unknown',
    '40P01': 'deadlock_detected',
    '42501': 'insufficient_privilege',
    '42601': 'syntax_error',
    '42602': 'invalid_name',
    '42611': 'invalid_column_definition',
    '42622': 'name_too_long',
    '42701': 'duplicate_column',
    '42702': 'ambiguous_column',
    '42703': 'undefined_column',
    '42704': 'undefined_object',
    '42710': 'duplicate_object',
    '42712': 'duplicate_alias',
    '42723': 'duplicate_function',
    '42725': 'ambiguous_function',
    '42803': 'grouping_error',
    '42804': 'datatype_mismatch',
    '42809': 'wrong_object_type',
    '42830': 'invalid_foreign_key',
    '42846': 'cannot_coerce',
    '42883': 'undefined_function',
    '428C9': 'generated_always',
    '42939': 'reserved_name',
    '42P01': 'undefined_table',
    '42P02': 'undefined_parameter',
    '42P04': 'duplicate_database',
    '42P05': 'duplicate_prepared_statement',
    '42P06': 'duplicate_schema',
    '42P07': 'duplicate_table',
    '42P08': 'ambiguous_parameter',
    '42P10': 'invalid_column_reference',
    '42P13': 'invalid_function_definition',
    '42P16': 'invalid_table_definition',
    '42P17': 'invalid_object_definition',
    '42P18': 'indeterminate_datatype',
    '42P21': 'collation_mismatch',
    '42P22': 'indeterminate_collation',
    '44000': 'with_check_option_violation',
    '53000': 'insufficient_resources',
    '53100': 'disk_full',
    '53200': 'out_of_memory',
    '53300': 'too_many_connections',
    '53400': 'configuration_limit_exceeded',
    '54000': 'program_limit_exceeded',
    '54001': 'statement_too_complex',
    '54011': 'too_many_columns',
    '54023': 'too_many_arguments',
    '55000': 'object_not_in_prerequisite_state',
    '55006': 'object_in_use',
    '55P02': 'cant_change_runtime_param',
    '55P03': 'lock_not_available',
    '55P04': 'unsafe_new_enum_value_usage',
    '57014': 'query_canceled',
    '57P01': 'admin_shutdown',
    '57P02': 'crash_shutdown',
    '57P03': 'cannot_connect_now',
    '57P04': 'database_dropped',
    '57P05': 'idle_session_timeout',
    '58000': 'system_error',
    '58030': 'io_error',
    '58P01': 'undefined_file',
    '58P02': 'duplicate_file',
    P0001: 'raise_exception',
    P0002: 'no_data_found',
    P0003: 'too_many_rows',
    P0004: 'assert_failure',
    XX000: 'internal_error',
    XX001: 'data_corrupted',
    XX002: 'index_corrupted',
};
/** `duplicate_table` for 42P07; empty for a code without a name here. */
function conditionOf(code) {
    return names[code] ?? '';
}
/** Names of drivers' exception classes that are not those of the conditions. */
const aliases = { postgressyntax: '42601', raise: 'P0001' };
/** `InternalError` is a base class of the drivers, `SystemError` and `IOError` are Python's own. */
const ofPython = /^(?:XX|58)/;
/** psycopg and asyncpg name a class after each condition: `DuplicateTable`, `DuplicateTableError`. Made when it is asked for. */
let byClass;
/** The SQLSTATE of a driver's exception class (`psycopg.errors.DuplicateTable`); empty where its name tells none. */
function sqlstateOfClass(type) {
    byClass ??= new Map(Object.entries(names)
        .filter(([code]) => !ofPython.test(code))
        .map(([code, name]) => [bare(name.replaceAll('_', '')), code]));
    const asked = bare((type.split('.').at(-1) ?? '').toLowerCase());
    return byClass.get(asked) ?? aliases[asked] ?? '';
}
function bare(name) {
    return name.replace(/error$/, '');
}


/***/ }),

/***/ 6937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ findDetour)
/* harmony export */ });
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7081);

/**
 * The way past a transaction pooler that is known by its address, where the same credentials serve on it: Neon's host
 * without `-pooler` (its direct one), Supabase's port 5432 (its pooler in session mode, or the server itself).
 * Undefined for every other address. Pure.
 */
function findDetour(target) {
    const neon = /^(ep-[a-z0-9-]+)-pooler(\..*neon\.(?:tech|build))$/i.exec(target.host);
    if (neon !== null) {
        const host = `${neon[1]}${neon[2]}`;
        return detour(target, { ...target, host }, 'Neon’s transaction pooler', 'the direct host');
    }
    if (target.port === 6543 && /\.(?:pooler\.supabase\.com|supabase\.(?:co|com))$/i.test(target.host))
        return detour(target, { ...target, port: 5432 }, 'Supabase’s transaction pooler', 'port 5432');
    return undefined;
}
function detour(from, target, what, how) {
    return {
        target,
        remark: `${(0,_url_js__WEBPACK_IMPORTED_MODULE_0__/* .describeTarget */ .ff)(from)} is ${what}, through which no lock holds: the gate took ${how}, ${(0,_url_js__WEBPACK_IMPORTED_MODULE_0__/* .describeTarget */ .ff)(target)}.`,
    };
}


/***/ }),

/***/ 6688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ endBackend)
/* harmony export */ });
const waitMs = 10_000;
/**
 * Ends a server session that outlived its client. `startedAt` tells it from a later one that got the same pid.
 * False when there is none. Waits until its locks are gone, ten seconds at most. Throws DatabaseError.
 */
async function endBackend(session, pid, startedAt) {
    const alive = 'from pg_catalog.pg_stat_activity where pid = $1 and backend_start::text = $2';
    const [asked] = await session.query(`select pg_catalog.pg_terminate_backend(pid) as ended ${alive}`, [pid, startedAt]);
    if (asked === undefined)
        return false;
    for (const until = Date.now() + waitMs; Date.now() < until;) {
        const [left] = await session.query(`select pid ${alive}`, [pid, startedAt]);
        if (left === undefined)
            break;
        await new Promise(resolve => setTimeout(resolve, 50));
    }
    return asked.ended;
}


/***/ }),

/***/ 4932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  o: () => (/* binding */ openPostgres)
});

// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(977);
// EXTERNAL MODULE: ./build/write-together.js
var write_together = __nccwpck_require__(3754);
// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __nccwpck_require__(9078);
// EXTERNAL MODULE: ./build/database/url.js
var url = __nccwpck_require__(7081);
;// CONCATENATED MODULE: ./build/database/doctor/greeting.js



/** The oldest major version that the tests were run against. */
const oldestMajor = 14;
/**
 * Listens to what a server says of itself before the first query, which costs no round trip, and refuses one that
 * speaks the protocol and is no Postgres of our kind, or does not prove itself as `channel_binding=require` demands.
 * Must be called before the client connects.
 */
function watchGreeting(client, target, encrypted) {
    const { connection } = client;
    const where = (0,url/* describeTarget */.ff)(target);
    const refuse = (why) => {
        connection.stream.destroy();
        connection.emit('error', why);
    };
    connection.on('parameterStatus', (said) => {
        const why = refuseServer(said.parameterName, said.parameterValue, where);
        if (why !== undefined)
            refuse(why);
    });
    if (target.channelBinding !== 'require')
        return;
    let bound = false;
    const unbound = (reason) => refuse((0,catalogue/* gateError */.em)('connect-binding', { where, reason }));
    connection.on('authenticationSASL', ({ mechanisms }) => {
        bound = encrypted && mechanisms.includes('SCRAM-SHA-256-PLUS');
        if (!encrypted)
            unbound('the connection has no TLS');
        else if (!bound)
            unbound('the server offers none');
    });
    // Before the password is sent, and where none is asked for: nothing has proved the server.
    for (const event of ['authenticationCleartextPassword', 'authenticationMD5Password', 'authenticationOk'])
        connection.on(event, () => {
            if (!bound)
                unbound('the server did not ask for SCRAM');
        });
}
function refuseServer(name, value, where) {
    if (name === 'crdb_version')
        return (0,catalogue/* gateError */.em)('other-system', { where, system: 'CockroachDB' });
    if (name !== 'server_version')
        return undefined;
    if (value.endsWith('/bouncer'))
        return (0,catalogue/* gateError */.em)('other-system', { where, system: 'PgBouncer’s own console' });
    const major = Number.parseInt(value, 10);
    if (Number.isNaN(major) || major >= oldestMajor)
        return undefined;
    return (0,catalogue/* gateError */.em)('server-old', { where, version: (0,build_text/* oneLine */.TN)(value, 60), oldest: String(oldestMajor) });
}

;// CONCATENATED MODULE: ./build/database/doctor/passing.js

/** What pools say, with other codes than Postgres, when they or the server behind them are full or not there yet. */
const full = /no more connections allowed|max(?:imum)? (?:number of )?client(?:s| connections)|MaxClientsInSessionMode/i;
const starting = /server login has been failing, try again|pgbouncer cannot connect to server|server_login_retry/i;
const hungUp = 'the other side closed the connection';
const refusals = {
    ECONNREFUSED: 'the connection was refused',
    ECONNRESET: hungUp,
    EPIPE: hungUp,
    // Of several addresses Node gives each but the last a quarter of a second; ours is another timeout.
    ETIMEDOUT: 'nothing answered in time',
};
/** Reads whether what opening a connection threw will pass. Undefined: it will not. */
function passingOf(error) {
    const { code, message } = readError(error);
    // 57P01 and 57P02: the server went down while we were at its door.
    if (/^57P0[123]$/.test(code) || starting.test(message))
        return { kind: 'starting', reason: `${(0,build_text/* oneLine */.TN)(message, 200)}${codeOf(code)}` };
    if (code === '53300' || full.test(message))
        return { kind: 'full', reason: `${(0,build_text/* oneLine */.TN)(message, 200)}${codeOf(code)}` };
    // The name may be there: no server of names answered.
    if (code === 'EAI_AGAIN')
        return { kind: 'unresolved', reason: 'its name could not be looked up just now' };
    const refused = refusals[code] ?? (message === 'Connection terminated unexpectedly' ? hungUp : undefined);
    return refused === undefined ? undefined : { kind: 'refused', reason: refused };
}
function codeOf(code) {
    return code === '' ? '' : ` (${code})`;
}
/** Node hides the reasons of failed attempts on several addresses in an AggregateError with an empty message. */
function readError(error) {
    const all = error instanceof AggregateError && error.message === '' ? error.errors : [error];
    const addressOf = (one) => one?.address;
    const addresses = all.flatMap(one => addressOf(one) ?? []);
    // Many machines have no IPv6: what became of the other address says more.
    const telling = all.find(one => !String(addressOf(one) ?? ':').includes(':')) ?? all[0];
    const { code, message } = (telling ?? {});
    return {
        code: typeof code === 'string' ? code : '',
        message: typeof message === 'string' ? message : String(telling),
        addresses: addresses.filter(address => typeof address === 'string'),
    };
}

// EXTERNAL MODULE: ./build/sleep.js
var sleep = __nccwpck_require__(8503);
;// CONCATENATED MODULE: ./build/database/doctor/patience.js



/** Without this, a host that drops packets would hold the run for the kernel's two minutes. */
const attemptMs = 15_000;
const firstPauseMs = 250;
const longestPauseMs = 5_000;
const sayEveryMs = 5_000;
/** How long one attempt may take: `connect_timeout` of the URL, else 15 s. */
function attemptMsOf({ connectTimeoutSeconds: seconds }) {
    return seconds === undefined ? attemptMs : seconds * 1000;
}
/**
 * How long a connection is tried for: four times as long as one attempt may take where a server says that it will
 * have us soon, a third of it where nothing listens (a mistyped port is more likely than a server that restarts).
 */
function patienceMsOf(target, { kind }) {
    const soon = kind === 'starting' || kind === 'full';
    return soon ? attemptMsOf(target) * 4 : attemptMsOf(target) / 3;
}
/**
 * Tries until it works, the reason is none that passes, or the time is over: then with what `faultOf` makes of it.
 * Pauses grow, and differ by chance, so that several runs do not come back together. Without patience: once.
 * Throws GateError `interrupted` once the signal came.
 */
async function withPatience(attempt, target, patience, faultOf) {
    const began = performance.now();
    let said = Number.NEGATIVE_INFINITY;
    for (let attempts = 1, pause = firstPauseMs;; attempts++, pause = Math.min(pause * 2, longestPauseMs)) {
        try {
            return await attempt();
        }
        catch (error) {
            if (patience?.signal.aborted === true)
                throw (0,catalogue/* gateError */.em)('interrupted', { id: '', name: '' });
            const elapsedMs = performance.now() - began;
            const passing = passingOf(error);
            const pauseMs = pause * (0.75 + Math.random() / 2);
            const longestMs = passing === undefined ? 0 : patienceMsOf(target, passing);
            if (patience === undefined || passing === undefined || elapsedMs + pauseMs > longestMs)
                throw faultOf(error, { attempts, elapsedMs });
            if (elapsedMs - said >= sayEveryMs) {
                said = elapsedMs;
                patience.onRetry(passing.reason, elapsedMs, longestMs);
            }
            await (0,sleep/* sleep */.yy)(pauseMs, patience.signal);
            if (patience.signal.aborted)
                throw (0,catalogue/* gateError */.em)('interrupted', { id: '', name: '' });
        }
    }
}

;// CONCATENATED MODULE: ./build/database/connect.js



/**
 * Connects on the first way that the server takes, as libpq does with `sslmode` allow and prefer. Throws what pg
 * threw, or the GateError of who watched the greeting. Gives up at once when the signal comes.
 */
async function connectOn(driver, target, applicationName, [way, ...others], signal) {
    try {
        return { client: await connect(driver, target, applicationName, way, signal), way };
    }
    catch (error) {
        if (others.length === 0 || !isOfTheWay(error))
            throw error;
        return connectOn(driver, target, applicationName, others, signal).catch(second => {
            // Of a server that takes us on no way at all, the reason is more than that it has no TLS.
            throw /server does not support SSL/.test(readError(second).message) ? error : second;
        });
    }
}
/** Whether another way may succeed: TLS is not offered, not agreed upon, or the server wants it or does not. */
function isOfTheWay(error) {
    const { code, message } = readError(error);
    if (code === '28000' || /server does not support SSL|connection is insecure/i.test(message))
        return true;
    return /^(?:ERR_SSL|EPROTO)/.test(code);
}
async function connect(driver, target, applicationName, way, signal) {
    const encrypted = way !== undefined;
    const config = {
        host: target.host,
        port: target.port,
        user: target.user,
        password: target.password ?? '',
        database: target.database,
        ssl: way ?? false,
        application_name: applicationName,
        connectionTimeoutMillis: attemptMsOf(target),
        keepAlive: true,
        enableChannelBinding: encrypted && target.channelBinding !== 'disable',
        pipeline: true,
        ...(target.options === undefined ? {} : { options: target.options }),
    };
    const client = new driver.Client(config);
    // An error event without a listener would end the process; the query in flight is rejected as well.
    client.on('error', () => undefined);
    watchGreeting(client, target, encrypted);
    const giveUp = () => hangUp(client);
    signal?.addEventListener('abort', giveUp);
    try {
        await client.connect();
        return client;
    }
    catch (error) {
        hangUp(client);
        throw error;
    }
    finally {
        signal?.removeEventListener('abort', giveUp);
    }
}
/**
 * Destroys the socket. pg only ends our half of it, and a peer that never ends its own (it speaks another protocol,
 * or the way to it is gone) would keep the process alive for ever.
 */
function hangUp(client) {
    const { connection } = client;
    connection.stream.destroy();
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
;// CONCATENATED MODULE: ./build/database/connect-faults.js





const network = {
    EHOSTUNREACH: 'there is no way to that host',
    ENETUNREACH: 'there is no way to that network',
    ENOENT: 'there is no such socket',
    EACCES: 'the socket may not be opened by this user',
};
/** Turns whatever opening a connection threw into a sentence. The error's own text is foreign. */
function connectFault(error, { target, redact, tried }) {
    if (error instanceof errors/* GateError */.u)
        return error;
    const where = (0,url/* describeTarget */.ff)(target);
    const read = readError(error);
    const reason = (0,build_text/* oneLine */.TN)(redact(read.message)).replace(/\.$/, '');
    return (waitedFault(error, where, tried, redact) ??
        networkFault(read, target, where) ??
        refusedFault(read, target, where, reason) ??
        tlsFault(read, target, where, reason) ??
        otherFault(read, where, reason));
}
/** What passes, and did not while it was waited for. */
function waitedFault(error, where, { attempts, elapsedMs }, redact) {
    const passing = passingOf(error);
    if (passing === undefined || passing.kind === 'unresolved')
        return undefined;
    const reason = redact(passing.reason);
    if (passing.kind === 'refused')
        return (0,catalogue/* gateError */.em)('connect-refused', { where, reason });
    const over = attempts === 1 ? '' : `, in ${attempts} attempts over ${(0,build_text/* sayAge */.PS)(elapsedMs / 1000)}`;
    return (0,catalogue/* gateError */.em)(passing.kind === 'full' ? 'connect-full' : 'connect-starting', { where, reason, over });
}
function networkFault({ code, message, addresses }, target, where) {
    const host = (0,build_text/* oneLine */.TN)(target.host);
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        const network = privateNetwork(target.host);
        return network === undefined
            ? (0,catalogue/* gateError */.em)('connect-resolve', { where, host })
            : (0,catalogue/* gateError */.em)('connect-private', { host, network, port: String(target.port) });
    }
    const noWay = /^(?:ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT)$/.test(code);
    if (noWay && addresses.length > 0 && addresses.every(address => address.includes(':')))
        return (0,catalogue/* gateError */.em)('connect-unroutable', { where, host });
    const known = /timeout expired/.test(message) ? 'nothing answered in time' : network[code];
    return known === undefined ? undefined : (0,catalogue/* gateError */.em)('connect-refused', { where, reason: known });
}
/** Whose network knows such a name, where it is nobody's on the internet. */
function privateNetwork(host) {
    if (/\.railway\.internal$/i.test(host))
        return 'Railway';
    if (/\.(?:internal|flycast)$/i.test(host))
        return 'Fly';
    return /\.(?:svc|cluster\.local)$/i.test(host) ? 'Kubernetes' : undefined;
}
/** What the server said while it looked at who we are. */
function refusedFault({ code, message }, target, where, reason) {
    const user = (0,build_text/* oneLine */.TN)(target.user);
    const database = (0,build_text/* oneLine */.TN)(target.database);
    if (/SASL channel binding|requires a certificate/.test(message))
        return (0,catalogue/* gateError */.em)('connect-binding', { where, reason: 'the server’s certificate cannot be read for it' });
    if (code === '28P01' || /SASL|password must be a string|password authentication failed/.test(message))
        return (0,catalogue/* gateError */.em)('connect-password', { where, user });
    if (code === '3D000')
        return (0,catalogue/* gateError */.em)('connect-database', { where, database });
    const unknown = /^unsupported startup parameter(?: in options)?: (\w+)/.exec(message)?.[1];
    if (unknown !== undefined)
        return (0,catalogue/* gateError */.em)('connect-parameter', { where, parameter: unknown });
    if (/no encryption|connection is insecure|SSL (?:connection )?is required|SSL off/i.test(message))
        return (0,catalogue/* gateError */.em)('connect-tls', { where, reason: 'the server wants TLS, and the URL goes without' });
    if (code === '28000' || code === '42501')
        return (0,catalogue/* gateError */.em)('connect-denied', { where, user, reason, code });
    return undefined;
}
function tlsFault({ code, message }, target, where, reason) {
    if (/server does not support SSL/.test(message))
        return (0,catalogue/* gateError */.em)('connect-tls', {
            where,
            reason: 'the server does not offer TLS, and the URL demands it',
        });
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
        return (0,catalogue/* gateError */.em)('connect-certificate', {
            where,
            reason: `it is none for ${(0,build_text/* oneLine */.TN)(target.host)}`,
            kind: 'host',
        });
    if (/^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/.test(code))
        return (0,catalogue/* gateError */.em)('connect-certificate', {
            where,
            reason,
            kind: /EXPIRED|NOT_YET/.test(code) ? 'time' : 'authority',
        });
    if (/^(?:ERR_TLS|ERR_SSL|ERR_OSSL|EPROTO)/.test(code))
        return (0,catalogue/* gateError */.em)('connect-tls', { where, reason });
    return undefined;
}
function otherFault({ code, message }, where, reason) {
    if (/^[0-9A-Z]{5}$/.test(code))
        return (0,catalogue/* gateError */.em)('connect-server', { where, code, reason });
    if (code === '' && /SSL connection|unexpected|terminated|message code|Received/i.test(message)) {
        return (0,catalogue/* gateError */.em)('not-postgres', { where });
    }
    return (0,catalogue/* gateError */.em)('connect-refused', { where, reason });
}

;// CONCATENATED MODULE: ./build/database/driver.js
/** pg is evaluated at its first use: a run without a database need not pay for it at its start. */
async function loadDriver() {
    // pg asks whether it runs in a worker of Cloudflare. Without a navigator (Node 20) it makes a Response to find out,
    // for which Node loads an HTTP client: 35 ms.
    if (globalThis.navigator === undefined)
        Object.defineProperty(globalThis, 'navigator', { value: { userAgent: 'Node.js' }, configurable: true });
    const loaded = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 3849));
    return loaded.default;
}

;// CONCATENATED MODULE: ./build/database/message.js
/**
 * A query of which nothing is kept but the last command tag. pg would make a result of each of the seventeen commands
 * that a revision brings with it. Its methods are those that pg asks of every query (pg-cursor has the same).
 */
function makeMessageClass({ Query }) {
    return class Message extends Query {
        tag = '';
        answering;
        constructor(text, extended, answering) {
            super(text);
            this.answering = answering;
            if (extended)
                this.queryMode = 'extended';
        }
        handleRowDescription() { }
        handleDataRow() { }
        handleCommandComplete({ text }) {
            this.tag = text;
        }
        handleError(error) {
            this.answering.reject(error);
        }
        handleReadyForQuery() {
            this.answering.resolve(readTag(this.tag));
        }
    };
}
/** `INSERT 0 1`, `SELECT 5`, `CREATE TABLE`: the first word, and the rows where the server counts them. */
function readTag(tag) {
    const [, command = '', first, second] = /^([A-Za-z]+)(?: (\d+))?(?: (\d+))?/.exec(tag) ?? [];
    const count = second ?? first;
    return { command, count: count === undefined ? null : Number(count) };
}

// EXTERNAL MODULE: ./build/database/session.js
var session = __nccwpck_require__(8188);
;// CONCATENATED MODULE: ./build/database/tls.js
/**
 * TLS as libpq means its `sslmode` (PostgreSQL documentation, 34.19 SSL Support): `require` encrypts and checks
 * nothing, unless a root certificate is named, when it checks like `verify-ca`; `verify-full` also checks the host.
 * Unlike libpq, `verify-*` without `sslrootcert` trusts the authorities of the system.
 * Undefined: no TLS.
 */
function tlsOptions(target, read) {
    if (target.tls === 'disable' || target.host.startsWith('/'))
        return undefined;
    const named = target.rootCertificate !== undefined && target.rootCertificate !== 'system';
    const verifies = target.tls === 'verify-ca' || target.tls === 'verify-full' || (target.tls === 'require' && named);
    const options = { rejectUnauthorized: verifies };
    if (named && verifies)
        options.ca = read(target.rootCertificate ?? '');
    if (target.certificate !== undefined)
        options.cert = read(target.certificate);
    if (target.key !== undefined)
        options.key = read(target.key);
    if (verifies && target.tls !== 'verify-full')
        options.checkServerIdentity = () => undefined;
    return options;
}
/** The ways to try, in libpq's order; undefined is the one without TLS. The second is for when the first is refused. */
function tlsWays(target, read) {
    const options = tlsOptions(target, read);
    if (target.tls === 'allow' && options !== undefined)
        return [undefined, options];
    return target.tls === 'prefer' && options !== undefined ? [options, undefined] : [options];
}

;// CONCATENATED MODULE: ./build/database/postgres.js









/** How long a session may take to end in an orderly way. */
const goodbyeMs = 3_000;
/** Opens a session. Throws GateError, whose text names host and database and never a credential. */
async function openPostgres(target, options) {
    const { applicationName, patience, redact, readCertificate } = options;
    const driver = await loadDriver();
    const ways = tlsWays(target, readCertificate);
    const attempt = () => connectOn(driver, target, applicationName, ways, patience?.signal);
    const { client, way } = await withPatience(attempt, target, patience, (error, tried) => connectFault(error, { target, redact, tried }));
    const another = async () => makeSession(driver, await connectOn(driver, target, applicationName, [way]), options, another);
    return makeSession(driver, { client, way }, options, another);
}
function makeSession(driver, { client }, { redact, onNotice }, another) {
    const { processID: announced, connection } = client;
    // Of the messages that have no answer yet, in order: a notice belongs to the first of them.
    const hearing = [];
    client.on('notice', notice => {
        const severity = (0,build_text/* oneLine */.TN)(notice.severity ?? 'NOTICE', 20);
        const hear = hearing[0] ?? onNotice;
        hear(severity, (0,build_text/* harmless */.Is)(redact(notice.message ?? '')));
    });
    const Message = makeMessageClass(driver);
    const send = (text, extended, hear, onRow) => new Promise((resolve, reject) => {
        const answering = {
            resolve: ({ command, count }) => {
                hearing.shift();
                // The status belongs to this answer only now: the next one may be in the same packet.
                resolve({ command, count, standing: readStanding(client.getTransactionStatus()) });
            },
            reject: (error) => {
                hearing.shift();
                reject(databaseError(error, redact));
            },
        };
        const query = onRow === undefined
            ? new Message(text, extended, answering)
            : readingRows(driver, text, answering, onRow);
        hearing.push(hear);
        (0,write_together/* writeTogether */.E)(connection.stream, () => client.query(query));
    });
    let pid = announced;
    let pooled = false;
    const ended = new AbortController();
    client.on('end', () => ended.abort());
    return {
        get pid() {
            return pid;
        },
        get pooled() {
            return pooled;
        },
        knowBackend(answered) {
            pooled ||= answered !== pid;
            pid = answered;
        },
        ended: ended.signal,
        async query(text, values = []) {
            try {
                return (await client.query(text, values)).rows;
            }
            catch (error) {
                throw databaseError(error, redact);
            }
        },
        run: (text, hear) => send(text, false, hear),
        execute: (text, hear, onRow) => send(text, true, hear, onRow),
        async standing() {
            return (await send('', false, undefined)).standing;
        },
        async cancel() {
            try {
                const helper = await another();
                // Of a session that has ended, the server may give the number to somebody else's.
                if (!ended.signal.aborted)
                    await helper.query('select pg_catalog.pg_cancel_backend($1)', [pid]);
                await helper.close();
            }
            catch {
                // The server may be gone, or full; the session's own failure will say more than this one.
            }
        },
        async close(how) {
            if (how === 'without-waiting') {
                client.end().catch(() => undefined);
                connection.stream.unref();
                return;
            }
            const late = setTimeout(() => hangUp(client), goodbyeMs);
            await client.end().catch(() => undefined);
            clearTimeout(late);
        },
        hangUp: () => hangUp(client),
    };
}
/** The status byte of ReadyForQuery (PostgreSQL documentation, 54.7 Message Formats). */
function readStanding(status) {
    return status === 'T' ? 'open' : status === 'E' ? 'failed' : 'idle';
}
/** One statement, by the extended protocol, with each of its rows as it comes: by name two columns of one name would be one. */
function readingRows(driver, text, { resolve, reject }, onRow) {
    const config = { text, rowMode: 'array', queryMode: 'extended' };
    const query = new driver.Query(config);
    // With a listener for rows, pg does not collect them.
    query.on('row', (row, result) => onRow(row, result?.fields.map(field => field.name) ?? []));
    query.on('error', reject);
    query.on('end', ({ command, rowCount }) => resolve({ command, count: rowCount }));
    return query;
}
function databaseError(error, redact) {
    const said = error;
    const text = (key) => typeof said[key] === 'string' ? (0,build_text/* harmless */.Is)(redact(said[key])) : undefined;
    const code = text('code') ?? '';
    const sqlstate = /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E') ? code : '';
    const position = Number(said.position);
    return new session/* DatabaseError */.a({
        message: (0,build_text/* oneLine */.TN)(text('message') ?? String(error), 2000),
        code: sqlstate,
        severity: text('severity') ?? 'ERROR',
        detail: text('detail'),
        hint: text('hint'),
        where: text('where'),
        about: readAbout(said),
        position: Number.isInteger(position) && position > 0 ? position : undefined,
        // 57P01-57P03: the server ends the session (admin shutdown, crash, cannot connect now); class 08: connection.
        lost: sqlstate === '' || /^(?:57P0[123]|08)/.test(sqlstate),
    });
}
/** Names serve in queries that we offer: they stay as they are, and are made harmless where they are shown. */
function readAbout(said) {
    const keys = ['schema', 'table', 'column', 'constraint'];
    return Object.fromEntries(keys.flatMap(key => (typeof said[key] === 'string' ? [[key, said[key]]] : [])));
}


/***/ }),

/***/ 8188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ DatabaseError)
/* harmony export */ });
/** What the server (or the connection) said; texts are neutralised and redacted. */
class DatabaseError extends Error {
    /** SQLSTATE, or empty for a lost connection. */
    code;
    severity;
    detail;
    hint;
    where;
    /** What the failure is about, where the server names it: bare names, as the catalog has them. */
    about;
    /** In code points of the text sent, from 1. */
    position;
    /** The connection is gone: nothing more can be asked over it. */
    lost;
    constructor(facts) {
        super(facts.message);
        this.name = 'DatabaseError';
        this.code = facts.code ?? '';
        this.severity = facts.severity ?? 'ERROR';
        this.detail = facts.detail;
        this.hint = facts.hint;
        this.where = facts.where;
        this.about = facts.about ?? {};
        this.position = facts.position;
        this.lost = facts.lost ?? false;
    }
}


/***/ }),

/***/ 7081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   ff: () => (/* binding */ describeTarget),
/* harmony export */   wo: () => (/* binding */ readUrl),
/* harmony export */   yC: () => (/* binding */ secretsOfText)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9078);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9473);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(977);



const bindings = ['disable', 'prefer', 'require'];
const tlsModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];
/** Host, port and database: what a log may show. */
function describeTarget(target) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(`${target.host}:${target.port}/${target.database}`);
}
/** Words that pools and clients other than libpq put into URLs; they say nothing to the server. */
const sqlalchemyDrivers = /^postgres(?:ql)?\+(?:asyncpg|psycopg|psycopg2|psycopg2cffi|psycopg_async|pg8000)$/;
/** Parts of schemes that a message may name: any other word before :// may be a pasted password. */
const knownSchemes = new Set(('postgres postgresql mysql mariadb mongodb srv redis rediss sqlite sqlserver mssql oracle cockroachdb jdbc odbc ' +
    'pymysql asyncpg aiomysql aiosqlite pyodbc http https ftp file ssh git tcp').split(' '));
/** What a password may hold once the @ behind it is found: host[:port][/database][?key=value…]. */
const afterUserinfo = /^(?<host>\[[0-9a-fA-F:.%]+\]|[^@/?#:,[\]]*)(?::(?<port>\d*))?(?:\/(?<database>[^@?#/]*))?(?:\?(?<query>(?:[A-Za-z_][\w.]*=[^&]*(?:&|$))*))?$/;
/**
 * Reads a URL in any form of libpq or SQLAlchemy. Like libpq it takes reserved characters in the password as
 * they stand, and undoes percent-encoding where there is some.
 * Throws GateError `url-form`, whose text holds nothing of the URL but its scheme.
 */
function readUrl(given, source) {
    const refuse = (reason) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .u((0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('url-form', { source, reason }));
    };
    const text = given.trim();
    const scheme = /^([A-Za-z][A-Za-z0-9+._-]*):\/\//.exec(text);
    if (scheme === null) {
        return /^\s*[a-z_]+\s*=/.test(text)
            ? readKeywords(text, given, refuse)
            : refuse('it does not begin with postgres://');
    }
    const name = (scheme[1] ?? '').toLowerCase();
    if (name !== 'postgres' && name !== 'postgresql' && !sqlalchemyDrivers.test(name))
        refuse(`it begins with ${name.split('+').every(part => knownSchemes.has(part)) ? `${name}://` : 'another scheme'}`);
    return readAuthority(text.slice(scheme[0].length), given, refuse);
}
function readAuthority(rest, original, refuse) {
    const [reading, another] = findReadings(rest);
    if (another !== undefined)
        return refuse('an @ in it may end the password or not; every @ of password and options must be written %40');
    if (reading === undefined) {
        if (/^[^/?]*,/.test(rest.slice(rest.lastIndexOf('@') + 1)))
            refuse('it names several hosts; the gate needs the one that accepts writes');
        return refuse('host, port or database cannot be made out');
    }
    const { userinfo, parts } = reading;
    const { host = '', port = '', database = '', query = '' } = parts;
    const colon = userinfo.indexOf(':');
    const words = readQuery(query);
    const rawPassword = colon === -1 ? query.match(/(?:^|&)password=([^&]*)/)?.[1] : userinfo.slice(colon + 1);
    words.host ??= decode(host.replace(/^\[|\]$/g, ''));
    words.port ??= port;
    words.user ??= decode(colon === -1 ? userinfo : userinfo.slice(0, colon));
    if (colon !== -1)
        words.password ??= decode(userinfo.slice(colon + 1));
    words.dbname ??= decode(database);
    return { ...makeTarget(words, original, refuse), rawPassword };
}
/** Every way to read what follows the scheme: without userinfo, or with one that ends at any of its @. */
function findReadings(rest) {
    const ends = [...rest.matchAll(/@/g)].map(found => found.index);
    const bare = ends.length === 0 || /[?&]user=/.test(rest) ? [-1] : [];
    return [...bare, ...ends].flatMap(at => {
        const userinfo = rest.slice(0, Math.max(at, 0));
        const parts = afterUserinfo.exec(rest.slice(at + 1))?.groups;
        // A user's name holds none of these unless encoded: it is host and database that stand there.
        const isUser = !/^[^:]*[/?#]/.test(userinfo);
        return parts === undefined || !isUser ? [] : [{ userinfo, parts }];
    });
}
/** libpq's other form: `host=db.example.com dbname=app password='it''s'`. */
function readKeywords(text, original, refuse) {
    const words = {};
    const pair = /\s*([a-z_]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|((?:[^\s\\]|\\.)*))(?=\s|$)/gy;
    for (let at = 0; at < text.length; at = pair.lastIndex) {
        pair.lastIndex = at;
        const found = pair.exec(text);
        if (found === null)
            return refuse('a keyword=value pair cannot be made out');
        words[found[1] ?? ''] = (found[2] ?? found[3] ?? '').replace(/\\(.)/g, '$1');
    }
    return makeTarget(words, original, refuse);
}
function readQuery(query) {
    const words = {};
    for (const pair of query.split('&')) {
        const equals = pair.indexOf('=');
        if (equals > 0)
            words[pair.slice(0, equals)] = decode(pair.slice(equals + 1));
    }
    return words;
}
function makeTarget(words, original, refuse) {
    const port = words.port === undefined || words.port === '' ? 5432 : Number(words.port);
    if (!Number.isInteger(port) || port < 1 || port > 65535)
        refuse('its port is no number from 1 to 65535');
    const host = words.host === undefined || words.host === '' ? 'localhost' : words.host;
    if (host.includes(','))
        refuse('it names several hosts; the gate needs the one that accepts writes');
    const user = words.user ?? '';
    if (user === '')
        refuse('it names no user');
    // asyncpg says `ssl` where libpq says `sslmode`, with the same words and also true/false.
    const ofSystem = words.sslrootcert === 'system';
    const said = words.sslmode ?? words.ssl ?? (ofSystem ? 'verify-full' : 'prefer');
    const tls = said === 'true' ? 'require' : said === 'false' ? 'disable' : said;
    if (!tlsModes.includes(tls))
        refuse(`its sslmode is none of ${tlsModes.join(', ')}`);
    // libpq: anybody can get a certificate from one of the system's authorities.
    if (ofSystem && tls !== 'verify-full')
        refuse('sslrootcert=system goes with sslmode=verify-full only');
    const binding = words.channel_binding ?? 'prefer';
    if (!bindings.includes(binding))
        refuse(`its channel_binding is none of ${bindings.join(', ')}`);
    const timeout = Number(words.connect_timeout);
    return {
        host,
        port,
        user,
        password: words.password,
        rawPassword: words.password,
        database: words.dbname === undefined || words.dbname === '' ? user : words.dbname,
        tls: tls,
        rootCertificate: words.sslrootcert,
        certificate: words.sslcert,
        key: words.sslkey,
        channelBinding: binding,
        options: words.options,
        connectTimeoutSeconds: Number.isInteger(timeout) && timeout > 0 ? timeout : undefined,
        original,
    };
}
/** Undoes percent-encoding byte by byte; a % that encodes nothing stays, as SQLAlchemy has it. */
function decode(text) {
    if (!text.includes('%'))
        return text;
    return text.replace(/(?:%[0-9a-fA-F]{2})+/g, run => {
        const bytes = run
            .split('%')
            .slice(1)
            .map(hex => Number.parseInt(hex, 16));
        return Buffer.from(bytes).toString('utf8');
    });
}
/**
 * Every form in which the credentials of a URL may turn up in text, for the redactor.
 * A word that is also the user's, host's or database's name is left out: it would take ids and paths with it.
 */
function secretsOf(target) {
    const { password, rawPassword, original } = target;
    const secrets = [original, original.trim()];
    for (const form of [password, rawPassword]) {
        if (form === undefined || form === '')
            continue;
        for (const known of [form, ...linesOf(form)].flatMap(spellings))
            if (![target.user, target.host, target.database].includes(known))
                secrets.push(known);
    }
    return [...new Set(secrets)].filter(secret => secret !== '');
}
/** Logs go line by line, so each line of a password is one; a short one would take half the log with it. */
function linesOf(password) {
    const lines = password.split(/\r\n?|\n/).filter(line => line.length >= 4);
    return password.includes('\n') || password.includes('\r') ? lines : [];
}
/** As it stands, percent-encoded as different tools do it, and quoted for SQL, JSON and shells. */
function spellings(form) {
    const encoded = [encodeURIComponent(form), encodeURI(form), quotePython(form)].flatMap(upper => [
        upper,
        upper.replaceAll('%20', '+'),
        // Python's quote keeps slashes, and SQLAlchemy's URL keeps blanks and plus signs.
        upper.replaceAll('%2F', '/'),
        upper.replaceAll('%20', ' '),
        upper.replaceAll('%20', ' ').replaceAll('%2B', '+'),
    ]);
    return [
        form,
        ...encoded,
        ...encoded.map(upper => upper.replace(/%[0-9A-F]{2}/g, hex => hex.toLowerCase())),
        // A URL's own encoding in the other case.
        form.replace(/%[0-9a-fA-F]{2}/g, hex => hex.toLowerCase()),
        form.replace(/%[0-9a-fA-F]{2}/g, hex => hex.toUpperCase()),
        form.replaceAll("'", "''"),
        form.replaceAll('"', '""'),
        form.replaceAll('\\', '\\\\'),
        JSON.stringify(form).slice(1, -1),
    ];
}
/** As `urllib.parse.quote` has it, which encodes five characters more. */
function quotePython(form) {
    return encodeURIComponent(form).replace(/[!'()*]/g, one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** What must not be shown of a text that may hold a URL: all forms of its credentials, or all of it if it cannot be read. */
function secretsOfText(text) {
    try {
        return secretsOf(readUrl(text, ''));
    }
    catch {
        return text.includes(':/') && text.includes('@') ? [...new Set([text, text.trim()])] : [];
    }
}


/***/ }),

/***/ 2554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  IM: () => (/* binding */ appendText),
  g7: () => (/* binding */ decodeText),
  XY: () => (/* binding */ keepWithin),
  UJ: () => (/* binding */ openDisk),
  x3: () => (/* binding */ writeText)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/disk.js



/** Of a text in memory, 512 MB in all: no program of ours can hold more of it in one piece. */
const tooLarge = 'it is larger than 512 MB';
const reasons = {
    ENOENT: 'it does not exist',
    EACCES: 'permission denied',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is not a folder',
    ELOOP: 'its symbolic links form a circle',
    ENAMETOOLONG: 'its name is too long',
    ERR_FS_FILE_TOO_LARGE: tooLarge,
};
/** The machine's own file system; paths are taken relative to `root` unless absolute. */
function openDisk(root) {
    const placeOf = placesIn(root);
    return {
        readBytes: path => {
            const file = (0,external_node_path_.resolve)(root, path);
            const reason = whyUnending(file, path);
            return reason === undefined ? attempt(() => (0,external_node_fs_namespaceObject.readFileSync)(file)) : { ok: false, reason, absent: false };
        },
        listFolder: path => attempt(() => listNames((0,external_node_path_.resolve)(root, path)).names),
        realPath: path => attempt(() => external_node_fs_namespaceObject.realpathSync.native((0,external_node_path_.resolve)(root, path))),
        listLinks: path => attempt(() => listNames((0,external_node_path_.resolve)(root, path))),
        readAscii: path => {
            const read = attempt(() => (0,external_node_fs_namespaceObject.readFileSync)(placeOf(path), 'utf8'));
            return read.ok && /^[\0-\x7f]*$/.test(read.value) ? read.value : undefined;
        },
    };
}
/** Where names of a folder are: a thousand files of one folder are asked for one after another. */
function placesIn(root) {
    let known = '';
    let at = '';
    return path => {
        const cut = path.lastIndexOf('/') + 1;
        if (cut === 0)
            return (0,external_node_path_.resolve)(root, path);
        const folder = path.slice(0, cut);
        if (folder !== known)
            [known, at] = [folder, `${(0,external_node_path_.resolve)(root, folder)}/`];
        return at + path.slice(cut);
    };
}
/**
 * The same disk, on which some paths, which a change may name, lead to files of the repository only: not past its root, nor
 * into git’s own folder, also by a symbolic link.
 */
function keepWithin(disk, paths) {
    const kept = new Set(paths);
    return { ...disk, readBytes: path => (kept.has(path) && leadsOut(disk, path)) || disk.readBytes(path) };
}
function leadsOut(disk, path) {
    const [root, file] = [disk.realPath('.'), disk.realPath(path)];
    // What is not there, the reading says.
    if (!root.ok || !file.ok)
        return undefined;
    const steps = (0,external_node_path_.relative)(root.value, file.value).split(external_node_path_.sep);
    if (steps[0] === '..' || (0,external_node_path_.isAbsolute)(steps.join(external_node_path_.sep)))
        return { ok: false, reason: 'it leads out of the repository', absent: false };
    const git = steps.some(step => step.toLowerCase() === '.git');
    return git ? { ok: false, reason: 'it leads into the folder of git', absent: false } : undefined;
}
function listNames(folder) {
    const links = [];
    const names = (0,external_node_fs_namespaceObject.readdirSync)(folder, { withFileTypes: true }).map(entry => {
        const { name } = entry;
        if (entry.isDirectory())
            return `${name}/`;
        if (entry.isFile())
            return name;
        links.push(name);
        return leadsToFolder((0,external_node_path_.join)(folder, name)) ? `${name}/` : name;
    });
    return { names, links };
}
/**
 * Why reading might never end: a link to such a device, or to our own standard input, can be committed. A pipe that a
 * person names is read, as in `--env-file <(…)`; what a repository holds, nobody writes to.
 */
function whyUnending(file, asked) {
    const found = attempt(() => (0,external_node_fs_namespaceObject.statSync)(file));
    if (!found.ok || found.value.isFile() || found.value.isDirectory())
        return undefined;
    const real = attempt(() => external_node_fs_namespaceObject.realpathSync.native(file));
    const at = real.ok ? real.value : '';
    if (/^\/dev\/(?:zero|full|u?random)$/.test(at))
        return 'it has no end';
    return (0,external_node_path_.isAbsolute)(asked) || at === '/dev/null' ? undefined : 'it is no ordinary file';
}
/** A link that leads nowhere, or round in a circle, hides nothing else of its folder. */
function leadsToFolder(link) {
    const found = attempt(() => (0,external_node_fs_namespaceObject.statSync)(link).isDirectory());
    return found.ok && found.value;
}
function attempt(read) {
    try {
        return { ok: true, value: read() };
    }
    catch (error) {
        const code = error.code ?? '';
        return {
            ok: false,
            reason: reasons[code] ?? `reading failed (${code})`,
            absent: code === 'ENOENT' || code === 'ENOTDIR',
        };
    }
}
/** Writes a file of ours, readable by this user only; false when it cannot be written. */
function writeText(path, text) {
    return attempt(() => (0,external_node_fs_namespaceObject.writeFileSync)(path, text, { mode: 0o600 })).ok;
}
/** Adds to a file that is there already. The reason is the system's own: `ENOSPC: no space left on device, write`. */
function appendText(path, text) {
    try {
        // Without O_CREAT: what is not there is nobody’s to read.
        const file = (0,external_node_fs_namespaceObject.openSync)(path, external_node_fs_namespaceObject.constants.O_WRONLY | external_node_fs_namespaceObject.constants.O_APPEND);
        try {
            (0,external_node_fs_namespaceObject.writeFileSync)(file, text);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(file);
        }
        return { ok: true };
    }
    catch (error) {
        return { ok: false, reason: error instanceof Error ? error.message : String(error) };
    }
}
const utf8 = new TextDecoder('utf-8', { fatal: true });
/** Text as UTF-8 that is really UTF-8, without byte order mark; else what is wrong with it, and where. */
function decodeText(bytes) {
    if (bytes.length > external_node_buffer_.constants.MAX_STRING_LENGTH)
        return { ok: false, reason: tooLarge };
    const nul = bytes.indexOf(0);
    if (nul !== -1)
        return { ok: false, reason: `it has a NUL byte at offset ${nul}` };
    try {
        return { ok: true, text: utf8.decode(bytes) };
    }
    catch {
        return { ok: false, reason: `it is not UTF-8 (line ${badLine(bytes)})` };
    }
}
function badLine(bytes) {
    const lines = bytes.toString('latin1').split('\n');
    const index = lines.findIndex(line => {
        const raw = Buffer.from(line, 'latin1');
        return !raw.equals(Buffer.from(raw.toString('utf8')));
    });
    return index + 1;
}


/***/ }),

/***/ 9914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ allowable),
/* harmony export */   P: () => (/* binding */ commands)
/* harmony export */ });
/** The nouns of the gate. Plain data, no behaviour, no imports: every other file may use them. */
/** Every command of the public contract, in the order in which people meet them. */
const commands = [
    'detect',
    'plan',
    'check',
    'upgrade',
    'downgrade',
    'stamp',
    'current',
    'history',
    'locate',
];
/** Problems that a person may go on with, by the `allow` input. */
const allowable = ['ahead', 'modified', 'out-of-order', 'missing'];


/***/ }),

/***/ 9481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hc: () => (/* binding */ neverSucceed),
/* harmony export */   ZI: () => (/* binding */ stopOnSignals),
/* harmony export */   fX: () => (/* binding */ stopping),
/* harmony export */   mR: () => (/* binding */ endAtOnce),
/* harmony export */   qZ: () => (/* binding */ endWith),
/* harmony export */   tq: () => (/* binding */ closeOnUnexpected),
/* harmony export */   uJ: () => (/* binding */ outliveStreams)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6683);


/** The runner kills 7.5 s after its first signal; what does not end by itself ends before that, and can be mended. */
const patienceMs = 6_000;
const controller = new AbortController();
let broken = false;
let told = false;
let signalled = false;
/** Aborted when the run is to stop: by a signal, or by a bug of ours. */
const stopping = controller.signal;
/**
 * Sets the exit code of a run. It is never lowered to 0 once something has gone wrong that the run knows nothing of,
 * and a run that a signal ended says so, whatever it came to in its last seconds.
 */
function endWith(code) {
    process.exitCode = code === 0 ? Number(broken) : signalled ? 130 : code;
}
/**
 * Ends the process where its work is done. What Node would do first, taking down what the end of a process takes down
 * anyway, is a good part of a run that has nothing to do. What is still being written is waited for.
 */
async function endAtOnce() {
    // Lines that leave together do so when the event loop goes on.
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)();
    if (process.stdout.writableLength + process.stderr.writableLength === 0)
        process.exit();
}
/** From now on the process cannot end as a success. */
function neverSucceed() {
    broken = true;
    process.exitCode ||= 1;
}
/** The first signal stops in an orderly way; a second one, or a server that does not answer, ends us at once. */
function stopOnSignals() {
    for (const name of ['SIGINT', 'SIGTERM']) {
        process.on(name, () => {
            if (signalled)
                process.exit(130);
            signalled = true;
            stop(130);
        });
    }
}
/** A log that is gone must not tear a migration: what is written to it from then on is dropped, and the work goes on. */
function outliveStreams() {
    for (const stream of [process.stdout, process.stderr]) {
        stream.on('error', (error) => {
            stream.write = () => true;
            // Whoever closes a pipe has read enough; whoever gave us a full disk has not.
            if (error.code !== 'EPIPE')
                neverSucceed();
        });
    }
}
/** Makes a sentence of whatever nobody has caught, and stops the run. Returns the same, for what a door catches itself. */
function closeOnUnexpected(tell) {
    const close = (error) => {
        neverSucceed();
        stop(1);
        // Telling may fail as well, and what fails then comes here again.
        if (told)
            return;
        told = true;
        tell((0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .asFault */ .P)(error));
    };
    process.on('uncaughtException', close);
    process.on('unhandledRejection', close);
    return close;
}
function stop(code) {
    controller.abort();
    setTimeout(() => process.exit(code), patienceMs).unref();
}


/***/ }),

/***/ 4223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ splitWords)
/* harmony export */ });
/**
 * Splits a command line into words as a POSIX shell does, but expands nothing: `$`, `*`, `~` and `;` are themselves.
 */
function splitWords(line) {
    const words = [];
    let word;
    let at = 0;
    while (at < line.length) {
        const character = line[at] ?? '';
        at++;
        if (/[ \t\r\n]/.test(character)) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
        }
        else if (character === "'") {
            const end = line.indexOf("'", at);
            if (end === -1)
                return { ok: false, reason: "a ' is never closed" };
            word = (word ?? '') + line.slice(at, end);
            at = end + 1;
        }
        else if (character === '"') {
            const quoted = readDouble(line, at);
            if (quoted === undefined)
                return { ok: false, reason: 'a " is never closed' };
            word = (word ?? '') + quoted.text;
            at = quoted.end;
        }
        else if (character === '\\') {
            if (at === line.length)
                return { ok: false, reason: 'a \\ stands at its end' };
            // A backslash before a line's end joins the lines.
            if (line[at] !== '\n')
                word = (word ?? '') + line[at];
            at++;
        }
        else
            word = (word ?? '') + character;
    }
    if (word !== undefined)
        words.push(word);
    return { ok: true, words };
}
/** In double quotes a backslash counts only before the five characters that mean something there. */
function readDouble(line, from) {
    let text = '';
    for (let at = from; at < line.length; at++) {
        const character = line[at] ?? '';
        if (character === '"')
            return { text, end: at + 1 };
        const next = line[at + 1];
        if (character === '\\' && next !== undefined && '$`"\\\n'.includes(next)) {
            if (next !== '\n')
                text += next;
            at++;
        }
        else
            text += character;
    }
    return undefined;
}


/***/ }),

/***/ 1511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ chooseEngine)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9078);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2554);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(977);




const revisionFile = /^\d+_.+\.sql$/;
/** Files and folders that only one tool makes. */
const layouts = [
    { path: 'prisma/migrations', tool: 'Prisma' },
    { path: 'prisma/schema.prisma', tool: 'Prisma' },
    { path: 'drizzle/meta', tool: 'Drizzle' },
    { path: 'drizzle.config.ts', tool: 'Drizzle' },
    { path: 'flyway.conf', tool: 'Flyway' },
    { path: 'flyway.toml', tool: 'Flyway' },
    { path: 'db/migrate', tool: 'Rails' },
    { path: 'manage.py', tool: 'Django' },
    { path: 'supabase/migrations', tool: 'the Supabase CLI' },
    { path: 'db/migrations', tool: 'dbmate' },
    { path: 'atlas.hcl', tool: 'Atlas' },
    { path: 'knexfile.js', tool: 'Knex' },
    { path: 'sqitch.plan', tool: 'sqitch' },
    { path: 'liquibase.properties', tool: 'Liquibase' },
    { path: 'migrations/committed', tool: 'graphile-migrate' },
];
/**
 * Decides `auto`: Alembic's configuration first, then a folder of SQL revisions; whatever else it recognises is
 * named in the error. Throws GateError `engine-unknown`.
 */
function chooseEngine(asked, workingDirectory, disk) {
    const { engine, directory } = asked;
    if (engine === 'sql')
        return { engine, directory: directory ?? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(workingDirectory, 'migrations') };
    const base = directory ?? workingDirectory;
    if (engine !== 'auto')
        return { engine, directory: base };
    if (hasAlembic(base, disk))
        return { engine: 'alembic', directory: base };
    const conventional = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(workingDirectory, 'migrations');
    // Whoever stands in the folder itself means it.
    const inside = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(workingDirectory) === 'migrations' ? [workingDirectory] : [];
    const candidates = directory === undefined ? [conventional, ...inside] : [directory];
    for (const candidate of candidates) {
        if (hasRevisions(candidate, disk))
            return { engine: 'sql', directory: candidate };
    }
    const found = recogniseLayout(base, disk);
    // Nothing but SQL, or nothing yet: its files are judged one by one, and named.
    const meant = candidates.find(candidate => onlySql(candidate, disk));
    if (found === '' && meant !== undefined)
        return { engine: 'sql', directory: meant };
    const looked = [
        node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(base, 'alembic.ini'),
        `${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(base, 'pyproject.toml')} with [tool.alembic]`,
        ...candidates.map(candidate => `${candidate}/<digits>_<name>.sql`),
    ];
    const nearby = found === '' && directory === undefined ? findNearby(base, disk) : [];
    throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .gateError */ .em)('engine-unknown', { looked, found, nearby });
}
function hasRevisions(folder, disk) {
    const names = disk.listFolder(folder);
    return names.ok && names.value.some(name => revisionFile.test(name));
}
/** Folders one below that as `working-directory` would have something: whoever keeps `backend/` begins at the root. */
function findNearby(base, disk) {
    const names = disk.listFolder(base);
    const below = names.ok
        ? names.value.filter(name => name.endsWith('/') && !/^(?:\.|node_modules\/)/.test(name))
        : [];
    const folders = below.map(name => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(base, name.slice(0, -1))).sort();
    const found = folders.filter(folder => {
        // Of a folder that cannot be read nothing is known.
        if (!disk.listFolder(folder).ok || (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(folder, 80) !== folder)
            return false;
        return hasAlembic(folder, disk) || hasRevisions(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, 'migrations'), disk);
    });
    return found.slice(0, 3);
}
function hasAlembic(base, disk) {
    if (exists(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(base, 'alembic.ini'), disk))
        return true;
    const project = disk.readBytes(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(base, 'pyproject.toml'));
    if (!project.ok)
        return false;
    const text = (0,_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeText */ .g7)(project.value);
    return text.ok && /^\[tool\.alembic\]/m.test(text.text);
}
function exists(path, disk) {
    const read = disk.readBytes(path);
    return read.ok || !read.absent;
}
function onlySql(folder, disk) {
    const names = disk.listFolder(folder);
    return names.ok && names.value.every(name => name.startsWith('.') || name.toLowerCase().endsWith('.sql'));
}
function recogniseLayout(base, disk) {
    const inFolder = disk.listFolder(base);
    const flyway = inFolder.ok ? inFolder.value.find(name => /^[VRU][\d._]*__.+\.sql$/.test(name)) : undefined;
    if (flyway !== undefined)
        return `${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(base, flyway)} has the shape of Flyway`;
    const found = layouts.find(({ path }) => exists(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(base, path), disk));
    return found === undefined ? '' : `${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(base, found.path)} belongs to ${found.tool}`;
}


/***/ }),

/***/ 326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ findRefusals)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9078);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(977);
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6858);
/* harmony import */ var _transactions_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(306);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1218);
/** Statements that a revision may not hold, all found while planning. Pure. */





/** Every statement that is refused, in order, each as a fault with its place. Empty for a script that may run. */
function findRefusals(statements, around) {
    return statements.flatMap(statement => refuse(statement, around) ?? []);
}
/** First words of all that may be refused, so that a million INSERTs are passed over quickly. */
const suspects = new Set('begin start commit end rollback abort savepoint release set prepare copy create drop reindex vacuum alter cluster discard'.split(' '));
function refuse(statement, around) {
    if (!suspects.has((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .readWords */ .ux)(statement.text, 1)[0] ?? '') && !statement.text.startsWith('\\'))
        return undefined;
    const { line, endLine, column } = statement;
    const place = { path: around.path, line, endLine, column };
    if (statement.text.startsWith('\\'))
        return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('sql-meta-command', { command: readCommand(statement.text) }, { place });
    if ((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .matchWords */ .RD)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .readWords */ .ux)(statement.text, 2), 0, 'discard', 'all'))
        return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('sql-discard-all', {}, { place });
    const control = (0,_transactions_js__WEBPACK_IMPORTED_MODULE_2__/* .findTransactionControl */ .f6)(statement);
    if (control !== undefined)
        return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('sql-transaction-control', { statement: control }, { place });
    if ((0,_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .readsStandardInput */ .F)(statement.text))
        return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('sql-copy-stdin', {}, { place });
    if ((0,_transactions_js__WEBPACK_IMPORTED_MODULE_2__/* .changesQuoting */ .$9)(statement))
        return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('sql-quoting', {}, { place });
    const outside = around.transaction ? (0,_transactions_js__WEBPACK_IMPORTED_MODULE_2__/* .runsOutsideTransaction */ .MW)(statement) : undefined;
    return outside === undefined
        ? undefined
        : (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('sql-outside-transaction', { statement: outside, direction: around.direction }, { place });
}
function readCommand(text) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(/^\\[^\s\\]*/.exec(text)?.[0] ?? '\\', 40);
}


/***/ }),

/***/ 6858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readsStandardInput),
/* harmony export */   n: () => (/* binding */ scanScript)
/* harmony export */ });
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3765);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1218);
/** Where statements begin and end in a script. Pure, one pass, linear in the length of the text. */


/**
 * Finds the statements of a script as the server's grammar would: `;` ends one, except within parentheses
 * (rules) and within BEGIN ATOMIC … END of a routine. Nothing is kept of what was told, however long the script is.
 * Gives back the string, name or comment that never ends; what stands before it was told, an open statement was not.
 */
function scanScript(text, listener) {
    let state = beginStatement();
    const endStatement = () => {
        if (state.start === -1)
            return;
        listener.statement(state.start, state.end);
        state = beginStatement();
    };
    for (let token = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .readToken */ .AI)(text, 0); token !== undefined; token = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .readToken */ .AI)(text, token.end)) {
        if (!token.closed)
            return token;
        if (token.kind === 'line-comment') {
            if (listener.comment?.(token.start, token.end) === true)
                endStatement();
        }
        else if (token.kind === 'meta') {
            endStatement();
            listener.statement(token.start, findVisibleEnd(text, token));
        }
        else if (isEnd(text, token, state)) {
            const copies = mayCopy(text, state.start) && readsStandardInput(text.slice(state.start, state.end));
            endStatement();
            if (copies)
                token.end = findDataEnd(text, token.end);
        }
        else if (token.kind !== 'block-comment') {
            advance(text, token, state);
        }
    }
    endStatement();
    return undefined;
}
/** COPY … FROM STDIN: what follows is data for psql. The grammar takes STDOUT for it as well. */
function readsStandardInput(statement) {
    if (!mayCopy(statement, 0) || (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .readWords */ .ux)(statement, 1)[0] !== 'copy')
        return false;
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .readWords */ .ux)(statement);
    let depth = 0;
    for (const [at, found] of words.entries()) {
        if (found === '(')
            depth++;
        else if (found === ')')
            depth--;
        else if (depth === 0 && found === 'from')
            return words[at + 1] === 'stdin' || words[at + 1] === 'stdout';
    }
    return false;
}
/** Asked for every statement of a script, before any words are read: it begins with a C. */
function mayCopy(text, start) {
    return (text.charCodeAt(start) | 32) === 99;
}
function beginStatement() {
    return { start: -1, end: -1, depth: 0, bodies: [], head: 'none', fresh: true, begun: false };
}
function isEnd(text, token, state) {
    return text.charAt(token.start) === ';' && state.depth === 0 && state.bodies.length === 0;
}
function advance(text, token, state) {
    if (state.start === -1)
        state.start = token.start;
    state.end = token.end;
    const begun = state.begun;
    const fresh = state.fresh;
    state.begun = false;
    state.fresh = false;
    const floor = state.bodies.at(-1) ?? 0;
    if (token.kind === 'word') {
        if (state.head === 'other' && !fresh)
            return;
        const found = text.slice(token.start, Math.min(token.end, token.start + 10)).toLowerCase();
        // Inside of a body each inner statement ends with `;`, so only an END right after one closes the body:
        // no CASE has to be counted, and `select 1 as end` is no trap.
        if (fresh && state.bodies.length > 0 && found === 'end') {
            state.bodies.pop();
            state.head = 'routine';
        }
        else if (begun && found === 'atomic') {
            state.bodies.push(state.depth);
            state.head = 'none';
            state.fresh = true;
        }
        else {
            state.begun = state.head === 'routine' && found === 'begin' && state.depth === floor;
            state.head = readHead(state.head, found);
        }
        return;
    }
    if (state.head !== 'routine')
        state.head = 'other';
    if (token.kind !== 'sign')
        return;
    const sign = text.charAt(token.start);
    if (sign === '(')
        state.depth++;
    else if (sign === ')')
        state.depth = Math.max(floor, state.depth - 1);
    else if (sign === ';' && state.depth === floor && state.bodies.length > 0) {
        state.head = 'none';
        state.fresh = true;
    }
}
function readHead(head, found) {
    if (head === 'none')
        return found === 'create' ? 'create' : 'other';
    if (head !== 'create')
        return head;
    if (found === 'or' || found === 'replace')
        return 'create';
    return found === 'function' || found === 'procedure' ? 'routine' : 'other';
}
function findVisibleEnd(text, token) {
    return token.start + text.slice(token.start, token.end).trimEnd().length;
}
/** End of the data of COPY, which begins on the next line and ends with `\.` or the file. */
function findDataEnd(text, from) {
    const close = /^\\\.[ \t]*$/gm;
    close.lastIndex = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .findLineEnd */ .Rc)(text, from);
    return close.test(text) ? close.lastIndex : text.length;
}


/***/ }),

/***/ 8054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  j: () => (/* binding */ readSections)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __nccwpck_require__(9078);
// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(977);
// EXTERNAL MODULE: ./build/engines/sql/text/tokens.js
var tokens = __nccwpck_require__(3765);
;// CONCATENATED MODULE: ./build/engines/sql/text/markers.js
/** Comments that divide a revision into its way up and its way down: ours, slips of the pen, other tools'. Pure. */

/** As dbmate has it (pkg/dbmate/migration.go), in any case of letters: an unseen `-- Migrate:Down` would be run. */
const marker = /^--[ \t]*migrate:(up|down)(?:[ \t]+(.*))?$/i;
/** `-- migrate:dwon`, `-- migrate :up`, `-- migrate: down`; but no prose such as `-- migrate: the users first`. */
const slip = /^--[ \t]*migrate[ \t]*:(?:\S|[ \t]*(?:up|down)(?!\w))/i;
/** Marks of tools whose files have the shape of ours, `<digits>_<name>.sql`, up and down in one file. */
const foreign = [
    [/^--[ \t]*\+goose[ \t]+down\b/i, 'goose'],
    [/^--[ \t]*\+migrate[ \t]+down\b/i, 'sql-migrate'],
    [/^--[ \t]*\+micrate[ \t]+down\b/i, 'micrate'],
    [/^--[ \t]*rambler[ \t]+down\b/i, 'rambler'],
    [/^--[ \t-]*down[ \t]+migration$/i, 'node-pg-migrate'],
    [/^--[ \t]*\/\/[ \t]*@undo\b/i, 'MyBatis Migrations'],
    [/^--[ \t]*!downs\b/i, 'Play evolutions'],
    [/^---- create above \/ drop below ----/i, 'tern'],
];
/** Reads a line comment; undefined for one that says nothing about sections. */
function readMark(text, comment) {
    const line = text.slice(comment.start, Math.min(comment.end, comment.start + 200)).trimEnd();
    const found = marker.exec(line);
    if (found !== null) {
        if (!isAtLineStart(text, comment.start))
            return { kind: 'slip' };
        const options = (found[2] ?? '').split(/[ \t]+/).filter(option => option !== '');
        return { kind: 'marker', direction: found[1]?.toLowerCase() === 'up' ? 'up' : 'down', options };
    }
    if (slip.test(line))
        return { kind: 'slip' };
    const tool = foreign.find(([pattern]) => pattern.test(line))?.[1];
    return tool === undefined ? undefined : { kind: 'foreign', tool };
}
/** The line on which an index stands, from there to its end. */
function readLine(text, start) {
    return text.slice(start, (0,tokens/* findLineEnd */.Rc)(text, start));
}
function isAtLineStart(text, start) {
    const before = text.charAt(start - 1);
    return before === '' || before === '\n' || before === '\r';
}

// EXTERNAL MODULE: ./build/engines/sql/text/scan.js
var scan = __nccwpck_require__(6858);
// EXTERNAL MODULE: ./build/engines/sql/text/statements.js
var statements = __nccwpck_require__(9957);
;// CONCATENATED MODULE: ./build/engines/sql/text/sections.js
/** A revision's file cut into its way up and its way down. Pure. */





/**
 * Reads the sections of a file from its decoded text; a byte order mark at its start is left out. Without markers
 * all of it is the way up (or the one way of `shape`). Only comments may stand above the first marker. A marker
 * within a string, a dollar-quoted body or a block comment is none. Never throws.
 */
function readSections(text, path, shape = 'both') {
    const from = text.startsWith('\ufeff') ? 1 : 0;
    const body = text.slice(from);
    const marks = [];
    const cursor = (0,statements/* openCursor */.L2)(body, 1);
    let firstStatement = Number.POSITIVE_INFINITY;
    const unterminated = (0,scan/* scanScript */.n)(body, {
        statement(start) {
            if (start < firstStatement)
                firstStatement = start;
        },
        comment(start, end) {
            const mark = readMark(body, { start, end });
            if (mark === undefined)
                return false;
            const { line, column } = (0,statements/* moveCursor */.u1)(cursor, start);
            marks.push({ mark, start, end, place: { path, line, column } });
            return true;
        },
    });
    if (unterminated !== undefined)
        return { faults: [(0,statements/* unterminatedFault */.VC)(body, unterminated, { path })] };
    const markers = marks.flatMap(asMarker);
    const first = markers[0];
    if (first === undefined) {
        const faults = marks.flatMap(mark => strayFaults(body, mark, true));
        if (faults.length > 0)
            return { faults };
        const whole = { text: body, startLine: 1, offset: from, transaction: true };
        return { [shape === 'down' ? 'down' : 'up']: whole, faults };
    }
    const early = firstStatement < first.start;
    const faults = [
        ...(early ? [beforeFault(first, placeAt(body, path, firstStatement))] : []),
        ...marks.flatMap(mark => strayFaults(body, mark, false)),
        ...orderFaults(markers, shape),
        ...markers.flatMap(optionFaults),
    ];
    if (faults.length > 0)
        return { faults: faults.sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)) };
    const sections = markers.map((marker, i) => [
        marker.direction,
        cutSection(body, from, marker, markers[i + 1]?.start ?? body.length),
    ]);
    return { ...Object.fromEntries(sections), faults };
}
function cutSection(body, from, marker, end) {
    const lineEnd = /^(?:\r\n|\n|\r)/.exec(body.slice(marker.end, marker.end + 2))?.[0].length ?? 0;
    const begin = marker.end + lineEnd;
    return {
        text: body.slice(begin, end),
        startLine: marker.place.line + (lineEnd > 0 ? 1 : 0),
        offset: from + begin,
        transaction: !marker.options.includes('transaction:false'),
    };
}
function placeAt(body, path, index) {
    const { line, column } = (0,statements/* moveCursor */.u1)((0,statements/* openCursor */.L2)(body, 1), index);
    return { path, line, column };
}
function asMarker({ mark, start, end, place }) {
    if (mark.kind !== 'marker')
        return [];
    const { direction, options } = mark;
    return [{ direction, options, start, end, place: { ...place, line: place.line ?? 1 } }];
}
/** Other tools' marks are mere comments once ours are there: the file was carried over. */
function strayFaults(body, { mark, start, place }, foreignToo) {
    if (mark.kind === 'marker')
        return [];
    const written = (0,build_text/* oneLine */.TN)(readLine(body, start).trim(), 60);
    if (mark.kind === 'slip')
        return [(0,catalogue/* makeFault */.VI)('marker-slip', { written }, { place })];
    return foreignToo ? [(0,catalogue/* makeFault */.VI)('marker-foreign', { written, tool: mark.tool }, { place })] : [];
}
function beforeFault(first, place) {
    return (0,catalogue/* makeFault */.VI)('marker-late', { direction: first.direction, line: first.place.line }, { place });
}
function orderFaults(markers, shape) {
    const first = new Map();
    return markers.flatMap((marker, i) => {
        const { direction, place } = marker;
        const earlier = first.get(direction);
        if (earlier === undefined)
            first.set(direction, marker);
        if (shape !== 'both' && direction !== shape)
            return [(0,catalogue/* makeFault */.VI)('marker-of-the-other', { direction, shape }, { place })];
        if (earlier !== undefined)
            return [(0,catalogue/* makeFault */.VI)('marker-repeated', { direction, first: earlier.place.line }, { place })];
        return shape === 'both' && direction === 'down' && i === 0
            ? [(0,catalogue/* makeFault */.VI)('marker-order', {}, { place })]
            : [];
    });
}
function optionFaults({ direction, options, place }) {
    const unknown = options.filter(option => !/^transaction:(?:true|false)$/.test(option));
    const wrong = unknown.length === 0 && options.length > 1 ? options.slice(1) : unknown;
    return wrong.map(option => (0,catalogue/* makeFault */.VI)('marker-option', { direction, option: (0,build_text/* oneLine */.TN)(option, 60) }, { place }));
}


/***/ }),

/***/ 9957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L2: () => (/* binding */ openCursor),
/* harmony export */   VC: () => (/* binding */ unterminatedFault),
/* harmony export */   Xd: () => (/* binding */ splitStatements),
/* harmony export */   _R: () => (/* binding */ placeOfPosition),
/* harmony export */   u1: () => (/* binding */ moveCursor)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9078);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9473);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(977);
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6858);
/** A script cut into statements, each with its place in the file. Pure. */




/**
 * Cuts a text into its statements, in order; empty ones are left out. Linear in time, and the texts are slices
 * of the one given. psql meta-commands come as statements of their own and the data of COPY is left out:
 * `findRefusals` names both. Throws GateError `sql-unterminated` for a quote or comment that never ends.
 */
function splitStatements(text, origin) {
    const statements = [];
    const cursor = openCursor(text, origin.line ?? 1);
    const unterminated = (0,_scan_js__WEBPACK_IMPORTED_MODULE_2__/* .scanScript */ .n)(text, {
        statement(start, end) {
            const { line, column } = moveCursor(cursor, start);
            const endLine = moveCursor(cursor, end).line;
            statements.push({ text: text.slice(start, end), offset: start, line, endLine, column });
        },
    });
    if (unterminated !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .u(unterminatedFault(text, unterminated, origin));
    return statements;
}
/** The fault of a token that never ends, at the place where it began. */
function unterminatedFault(text, token, origin) {
    const { line, column } = moveCursor(openCursor(text, origin.line ?? 1), token.start);
    const what = describeToken(text, token);
    return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('sql-unterminated', { what }, { place: { path: origin.path, line, column } });
}
/**
 * Turns the server's `position` (code points from 1, in the statement's text) into a place in the file.
 * A position beyond the text is its end; one below 1 its beginning.
 */
function placeOfPosition(statement, position) {
    const cursor = openCursor(statement.text, statement.line, statement.column);
    const { line, column } = moveCursor(cursor, indexOfPoint(statement.text, position - 1));
    return { line, column };
}
function openCursor(text, line, column = 1) {
    return { text, at: 0, line, column };
}
/**
 * Moves a cursor forward to a UTF-16 index and gives it back; LF, CRLF and a lone CR each end a line,
 * as each of them ends a comment for the server.
 */
function moveCursor(cursor, index) {
    const { text } = cursor;
    for (; cursor.at < index; cursor.at++) {
        const code = text.charCodeAt(cursor.at);
        if (code === 10 || (code === 13 && text.charCodeAt(cursor.at + 1) !== 10)) {
            cursor.line++;
            cursor.column = 1;
        }
        else if (code < 0xdc00 || code > 0xdfff) {
            cursor.column++;
        }
    }
    return cursor;
}
/** The UTF-16 index of the code point number `count` (from 0). */
function indexOfPoint(text, count) {
    let at = 0;
    for (let left = count; left > 0 && at < text.length; left--)
        at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    return at;
}
function describeToken(text, token) {
    if (token.kind === 'block-comment')
        return 'comment /*';
    if (token.kind === 'quoted')
        return 'name in double quotes';
    const tag = /^\$[^$]*\$/.exec(text.slice(token.start, token.start + 80))?.[0];
    return tag === undefined ? 'string' : `dollar-quoted string ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(tag, 40)}`;
}


/***/ }),

/***/ 3765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ readToken),
/* harmony export */   Cn: () => (/* binding */ isComment),
/* harmony export */   Rc: () => (/* binding */ findLineEnd)
/* harmony export */ });
/**
 * The tokens of Postgres' SQL, as its own scanner cuts them (src/backend/parser/scan.l, PostgreSQL 18),
 * with `standard_conforming_strings` on. Pure, and linear in the length of the text.
 */
const number = /0[xX](?:_?[0-9A-Fa-f])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:[0-9](?:_?[0-9])*(?:\.(?!\.)(?:[0-9](?:_?[0-9])*)?)?|\.[0-9](?:_?[0-9])*)(?:[eE][+-]?[0-9](?:_?[0-9])*)?/y;
const parameter = /\$[0-9]+/y;
/** No tag holds a `$`; a `$` inside of a name never gets here, because the name takes it first. */
const dollarTag = /\$(?:[A-Za-z_\x80-\uffff][A-Za-z0-9_\x80-\uffff]*)?\$/y;
const commentMark = /\/\*|\*\//g;
const escapeStop = /['\\]/g;
/** What an ASCII character may be; asked for every character of a script, so it is a table. */
const operatorCodes = tabulate('~!@#^&|`?+-*/%<>=');
const nameCodes = tabulate('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789$');
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const doubleQuote = 34;
const dollar = 36;
const ampersand = 38;
const quote = 39;
const asterisk = 42;
const minus = 45;
const dot = 46;
const slash = 47;
const backslash = 92;
/** The first token that begins at `from` or after it, comments included; undefined where only white space is left. */
function readToken(text, from) {
    let start = from;
    while (isSpace(text.charCodeAt(start)))
        start++;
    if (start >= text.length)
        return undefined;
    const code = text.charCodeAt(start);
    if (code === quote)
        return closeQuote('string', text, start, start);
    if (code === doubleQuote)
        return closeQuote('quoted', text, start, start);
    if (isLetter(code))
        return readPrefixed(text, start, code) ?? openEnd('word', start, findNameEnd(text, start));
    if (isDigit(code) || (code === dot && isDigit(text.charCodeAt(start + 1))))
        return openEnd('number', start, matchAt(number, text, start));
    if (code === dollar)
        return readDollar(text, start);
    if (code === minus && text.charCodeAt(start + 1) === minus)
        return openEnd('line-comment', start, findLineEnd(text, start));
    if (code === slash && text.charCodeAt(start + 1) === asterisk)
        return closeComment(text, start);
    if (code === backslash)
        return openEnd('meta', start, findLineEnd(text, start));
    if (isOperator(code))
        return openEnd('operator', start, findOperatorEnd(text, start));
    return openEnd('sign', start, start + 1);
}
/** Index of the line end (LF or CR, which both end a comment) at or after `from`, or the text's length. */
function findLineEnd(text, from) {
    let at = from;
    while (at < text.length && !isLineEnd(text.charCodeAt(at)))
        at++;
    return at;
}
/** White space of the server's scanner; all else outside of ASCII is part of a name, the no-break space too. */
function isSpace(code) {
    return code === space || (code >= tab && code <= carriageReturn);
}
function isComment(token) {
    return token.kind === 'line-comment' || token.kind === 'block-comment';
}
function isLineEnd(code) {
    return code === lineFeed || code === carriageReturn;
}
function isDigit(code) {
    return code >= 48 && code <= 57;
}
function isLetter(code) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128;
}
function isOperator(code) {
    return operatorCodes[code] === 1;
}
function tabulate(characters) {
    return Uint8Array.from({ length: 128 }, (_, code) => characters.includes(String.fromCharCode(code)) ? 1 : 0);
}
function findNameEnd(text, start) {
    let at = start + 1;
    for (let code = text.charCodeAt(at); code >= 128 || nameCodes[code] === 1; code = text.charCodeAt(at))
        at++;
    return at;
}
function openEnd(kind, start, end) {
    return { kind, start, end, closed: true };
}
function unclosed(kind, text, start) {
    return { kind, start, end: text.length, closed: false };
}
function matchAt(sticky, text, at) {
    sticky.lastIndex = at;
    return sticky.test(text) ? sticky.lastIndex : at;
}
/** A string or name whose quote has a prefix: E'', B'', X'', N'', U&'', U&"". */
function readPrefixed(text, start, code) {
    const next = text.charCodeAt(start + 1);
    if (next === quote && 'eEbBxXnN'.includes(text.charAt(start)))
        return (code | 32) === 101
            ? closeEscapeString(text, start, start + 1)
            : closeQuote('string', text, start, start + 1);
    if (next !== ampersand || (code | 32) !== 117)
        return undefined;
    const mark = text.charCodeAt(start + 2);
    if (mark === quote)
        return closeQuote('string', text, start, start + 2);
    return mark === doubleQuote ? closeQuote('quoted', text, start, start + 2) : undefined;
}
/** Ends at the next quote that is not doubled. */
function closeQuote(kind, text, start, open) {
    const mark = text.charAt(open);
    let end = text.indexOf(mark, open + 1);
    while (end !== -1 && text.charAt(end + 1) === mark)
        end = text.indexOf(mark, end + 2);
    return end === -1 ? unclosed(kind, text, start) : openEnd(kind, start, end + 1);
}
function closeEscapeString(text, start, open) {
    let at = open + 1;
    for (;;) {
        escapeStop.lastIndex = at;
        const stop = escapeStop.exec(text)?.index;
        if (stop === undefined)
            return unclosed('string', text, start);
        if (text.charCodeAt(stop) === backslash || text.charCodeAt(stop + 1) === quote) {
            at = stop + 2;
            continue;
        }
        const next = findContinuation(text, stop + 1);
        if (next === undefined)
            return openEnd('string', start, stop + 1);
        at = next + 1;
    }
}
/**
 * Index of the quote that continues an escape string on a later line (SQL's rule: white space with at least one
 * line end between the parts). It has to be known, because the later part has backslash escapes as well.
 */
function findContinuation(text, from) {
    let at = from;
    let lines = 0;
    for (;;) {
        const code = text.charCodeAt(at);
        if (code === minus && text.charCodeAt(at + 1) === minus) {
            at = findLineEnd(text, at);
        }
        else if (isSpace(code)) {
            if (isLineEnd(code))
                lines++;
            at++;
        }
        else {
            return code === quote && lines > 0 ? at : undefined;
        }
    }
}
function readDollar(text, start) {
    const open = matchAt(dollarTag, text, start);
    if (open === start) {
        const end = matchAt(parameter, text, start);
        return end === start ? openEnd('sign', start, start + 1) : openEnd('parameter', start, end);
    }
    const tag = text.slice(start, open);
    const close = text.indexOf(tag, open);
    return close === -1 ? unclosed('string', text, start) : openEnd('string', start, close + tag.length);
}
/** Block comments nest. */
function closeComment(text, start) {
    let depth = 0;
    commentMark.lastIndex = start;
    for (let mark = commentMark.exec(text); mark !== null; mark = commentMark.exec(text)) {
        depth += mark[0] === '/*' ? 1 : -1;
        if (depth === 0)
            return openEnd('block-comment', start, commentMark.lastIndex);
    }
    return unclosed('block-comment', text, start);
}
/** An operator ends before a comment that begins inside of it. */
function findOperatorEnd(text, start) {
    let at = start + 1;
    while (isOperator(text.charCodeAt(at)) && !beginsComment(text, at))
        at++;
    return at;
}
function beginsComment(text, at) {
    const code = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    return (code === minus && next === minus) || (code === slash && next === asterisk);
}


/***/ }),

/***/ 306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ changesQuoting),
/* harmony export */   MW: () => (/* binding */ runsOutsideTransaction),
/* harmony export */   f6: () => (/* binding */ findTransactionControl),
/* harmony export */   zk: () => (/* binding */ indexOfStatement),
/* harmony export */   zq: () => (/* binding */ isConcurrently)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1218);
/** What a statement has to do with transactions and locks, told from its words. Pure. */

/**
 * The words of a statement that begins, ends or bends a transaction, such as `rollback to`; undefined for all others.
 * SET TRANSACTION counts: the transaction is the gate's, and it has asked something before the first statement.
 */
function findTransactionControl(statement) {
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readWords */ .ux)(statement.text, 4);
    const found = transactionControls.find(control => (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .matchWords */ .RD)(words, 0, ...control));
    if (found !== undefined)
        return found.join(' ');
    // `prepare transaction as select 1` prepares a query of that name.
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .matchWords */ .RD)(words, 0, 'prepare', 'transaction') && words[2] !== 'as' && words[2] !== '('
        ? 'prepare transaction'
        : undefined;
}
/**
 * What cannot run in a transaction block, as words for people such as `create index concurrently`; undefined for
 * what can, or what only the server can tell (REINDEX and CLUSTER of a partitioned table). The list is that of
 * PreventInTransactionBlock in PostgreSQL 18, tried on a server. DROP SUBSCRIPTION is on it, though one without a
 * slot could: outside of a transaction both work.
 */
function runsOutsideTransaction(statement) {
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readWords */ .ux)(statement.text, 3);
    const reader = outsideReaders.find(({ head }) => (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .matchWords */ .RD)(words, 0, ...head));
    return reader?.read(statement.text);
}
/**
 * True for the forms that leave something half done when they fail: CREATE, DROP and REINDEX … CONCURRENTLY, and
 * DETACH PARTITION … CONCURRENTLY. No lock_timeout for them. (REFRESH … CONCURRENTLY is an ordinary transaction.)
 */
function isConcurrently(statement) {
    return runsOutsideTransaction(statement)?.endsWith('concurrently') ?? false;
}
/**
 * The index of CREATE or DROP INDEX CONCURRENTLY, with names as the catalog has them (bare ones in lower case, 63
 * bytes). Undefined for other statements, and where it cannot be told: an index without a name, Unicode escapes.
 */
function indexOfStatement(statement) {
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readWords */ .ux)(statement.text, 200);
    if ((0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .matchWords */ .RD)(words, 0, 'drop', 'index', 'concurrently'))
        return readDroppedIndexes(words);
    const begin = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, 1, 'unique');
    if (words[0] !== 'create' || !(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .matchWords */ .RD)(words, begin, 'index', 'concurrently'))
        return undefined;
    const named = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, begin + 2, 'if', 'not', 'exists');
    const name = words[named] === 'on' ? undefined : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readName */ .MQ)(words, named);
    if (name === undefined || words[name.next] !== 'on')
        return undefined;
    const only = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, name.next + 1, 'only');
    const table = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readName */ .MQ)(words, (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, only, '('));
    const [only_] = name.parts;
    return table === undefined || name.parts.length !== 1 || only_ === undefined
        ? undefined
        : { kind: 'create-index', name: only_, table: table.parts };
}
/** True for SET standard_conforming_strings = off, after which the server reads quotes otherwise than we do. */
function changesQuoting(statement) {
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readWords */ .ux)(statement.text, 5);
    const at = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, 1, ['local', 'session']);
    const value = words[at + 2]?.replace(/^'(.*)'$/, '$1').toLowerCase() ?? '';
    return (words[0] === 'set' &&
        (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .matchWords */ .RD)(words, at, 'standard_conforming_strings', ['=', 'to']) &&
        ['off', 'of', 'false', 'fals', 'fal', 'fa', 'f', 'no', 'n', '0'].includes(value));
}
const transactionControls = [
    ['begin'],
    ['start', 'transaction'],
    ['commit', 'prepared'],
    ['commit'],
    ['end'],
    ['rollback', 'to'],
    ['rollback', 'prepared'],
    ['rollback'],
    ['abort'],
    ['savepoint'],
    ['release'],
    ['set', 'transaction'],
    ['set', 'local', 'transaction'],
    ['set', 'session', 'transaction'],
];
/** By the first words; only for these is the rest of a statement read. */
const outsideReaders = [
    { head: ['create', ['index', 'unique']], read: readCreateIndex },
    { head: ['drop', 'index', 'concurrently'], read: () => 'drop index concurrently' },
    { head: ['reindex'], read: readReindex },
    { head: ['vacuum'], read: () => 'vacuum' },
    { head: ['create', 'database'], read: () => 'create database' },
    { head: ['drop', 'database'], read: () => 'drop database' },
    { head: ['create', 'tablespace'], read: () => 'create tablespace' },
    { head: ['drop', 'tablespace'], read: () => 'drop tablespace' },
    { head: ['alter', 'database'], read: readAlterDatabase },
    { head: ['alter', 'system'], read: () => 'alter system' },
    { head: ['alter', 'table'], read: readDetach },
    { head: ['cluster'], read: readCluster },
    { head: ['discard', 'all'], read: () => 'discard all' },
    { head: ['create', 'subscription'], read: readCreateSubscription },
    { head: ['drop', 'subscription'], read: () => 'drop subscription' },
    { head: ['alter', 'subscription'], read: readAlterSubscription },
];
function readDroppedIndexes(words) {
    const names = [];
    let at = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, 3, 'if', 'exists');
    for (;;) {
        const name = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readName */ .MQ)(words, at);
        if (name === undefined)
            return undefined;
        names.push(name.parts);
        if (words[name.next] !== ',')
            return { kind: 'drop-index', names };
        at = name.next + 1;
    }
}
function readCreateIndex(statement) {
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readWords */ .ux)(statement, 4);
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .matchWords */ .RD)(words, (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, 1, 'unique'), 'index', 'concurrently')
        ? 'create index concurrently'
        : undefined;
}
function readReindex(statement) {
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readWords */ .ux)(statement, 60);
    const at = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipParentheses */ .cW)(words, 1);
    if (isOptionOn(words.slice(1, at), 'concurrently', false) || words[at + 1] === 'concurrently')
        return 'reindex concurrently';
    const target = words[at] ?? '';
    return ['schema', 'database', 'system'].includes(target) ? `reindex ${target}` : undefined;
}
/** TABLESPACE is an option of ALTER DATABASE … WITH as well (AlterDatabase in dbcommands.c). */
function readAlterDatabase(statement) {
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readWords */ .ux)(statement, 6);
    const at = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, 3, ['set', 'with']);
    return words[at] === 'tablespace' ? 'alter database set tablespace' : undefined;
}
function readDetach(statement) {
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readWords */ .ux)(statement, 40);
    const table = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readName */ .MQ)(words, (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, 2, 'if', 'exists'), 'only'));
    const at = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, table?.next ?? words.length, '*');
    if (!(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .matchWords */ .RD)(words, at, 'detach', 'partition'))
        return undefined;
    const partition = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readName */ .MQ)(words, at + 2);
    return words[partition?.next ?? words.length] === 'concurrently'
        ? 'detach partition concurrently'
        : undefined;
}
function readCluster(statement) {
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readWords */ .ux)(statement, 60);
    const at = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipParentheses */ .cW)(words, 1), 'verbose');
    return at >= words.length ? 'cluster without a table' : undefined;
}
/** A slot is created unless `create_slot` or `connect` is off. */
function readCreateSubscription(statement) {
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readWords */ .ux)(statement);
    const makesSlot = isOptionOn(words, 'create_slot', isOptionOn(words, 'connect', true));
    return makesSlot ? 'create subscription' : undefined;
}
function readAlterSubscription(statement) {
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readWords */ .ux)(statement);
    const action = words[3] ?? '';
    const refreshes = action === 'refresh' ||
        (['set', 'add', 'drop'].includes(action) &&
            words[4] === 'publication' &&
            isOptionOn(words, 'refresh', true));
    if (refreshes)
        return 'alter subscription with refresh';
    const option = ['failover', 'two_phase'].find(name => action === 'set' && words[4] === '(' && words.includes(name));
    return option === undefined ? undefined : `alter subscription set (${option})`;
}
/** An option `name`, `name value` or `name = value` within parentheses, by the rules of defGetBoolean. */
function isOptionOn(words, name, otherwise) {
    const at = words.findIndex((found, i) => found === name && ['(', ','].includes(words[i - 1] ?? ''));
    if (at === -1)
        return otherwise;
    const value = words[(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, at + 1, '=')]?.replace(/^'(.*)'$/, '$1').toLowerCase() ?? '';
    return !['off', 'false', '0'].includes(value);
}


/***/ }),

/***/ 1218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MQ: () => (/* binding */ readName),
/* harmony export */   RD: () => (/* binding */ matchWords),
/* harmony export */   XY: () => (/* binding */ skipWords),
/* harmony export */   cW: () => (/* binding */ skipParentheses),
/* harmony export */   ux: () => (/* binding */ readWords)
/* harmony export */ });
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3765);
/** The words of one statement, for telling what it is. Pure. */

/**
 * Up to `most` tokens of a statement, without comments: keywords and bare names in lower case (ASCII only, as the
 * server folds them), all else as written. A name in quotes keeps them, so it is never taken for a keyword.
 */
function readWords(statement, most = Number.POSITIVE_INFINITY) {
    const words = [];
    let token = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .readToken */ .AI)(statement, 0);
    while (token !== undefined && words.length < most) {
        const raw = statement.slice(token.start, token.end);
        if (!(0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isComment */ .Cn)(token))
            words.push(token.kind === 'word' ? foldName(raw) : raw);
        token = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .readToken */ .AI)(statement, token.end);
    }
    return words;
}
/** True when the words at `at` are these; an array among them stands for any of its members. */
function matchWords(words, at, ...wanted) {
    return wanted.every((one, i) => {
        const found = words[at + i];
        return found !== undefined && (typeof one === 'string' ? found === one : one.includes(found));
    });
}
/** The index after these words when they stand at `at`, else `at`. */
function skipWords(words, at, ...optional) {
    return matchWords(words, at, ...optional) ? at + optional.length : at;
}
/** The dotted name at `at`; undefined where none stands, or one in Unicode escapes, which is not read. */
function readName(words, at) {
    const parts = [];
    for (let next = at;; next += 2) {
        const part = storedName(words[next]);
        if (part === undefined)
            return undefined;
        parts.push(part);
        if (words[next + 1] !== '.')
            return { parts, next: next + 1 };
    }
}
/** The index after the balanced parentheses that open at `at`, or `at` where none do. */
function skipParentheses(words, at) {
    if (words[at] !== '(')
        return at;
    let depth = 0;
    for (let next = at; next < words.length; next++) {
        if (words[next] === '(')
            depth++;
        if (words[next] === ')')
            depth--;
        if (depth === 0)
            return next + 1;
    }
    return words.length;
}
function foldName(raw) {
    return /[A-Z]/.test(raw) ? raw.replace(/[A-Z]+/g, upper => upper.toLowerCase()) : raw;
}
function storedName(found) {
    if (found === undefined)
        return undefined;
    if (found.startsWith('"'))
        return cutName(found.slice(1, -1).replaceAll('""', '"'));
    return /^[a-z_\x80-\uffff]/.test(found) && !/['"]$/.test(found) ? cutName(found) : undefined;
}
/** The server keeps 63 bytes of a name and never half a character (NAMEDATALEN, truncate_identifier). */
function cutName(name) {
    if (name.length <= 15)
        return name;
    let bytes = 0;
    let kept = '';
    for (const point of name) {
        bytes += utf8Length(point.codePointAt(0) ?? 0);
        if (bytes > 63)
            return kept;
        kept += point;
    }
    return kept;
}
function utf8Length(point) {
    if (point < 0x80)
        return 1;
    if (point < 0x800)
        return 2;
    return point < 0x10000 ? 3 : 4;
}


/***/ }),

/***/ 9473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ GateError)
/* harmony export */ });
/**
 * A fault on its way up. Nothing else may end a run: what is caught and is not a GateError is a bug of ours,
 * and is reported as one, without a stack trace.
 */
class GateError extends Error {
    fault;
    /** Further faults found in the same pass; all are shown. */
    others;
    constructor(fault, others = []) {
        super(fault.message);
        this.name = 'GateError';
        this.fault = fault;
        this.others = others;
    }
}


/***/ }),

/***/ 4860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j_: () => (/* binding */ readEvent),
/* harmony export */   r0: () => (/* binding */ isPullRequest),
/* harmony export */   wO: () => (/* binding */ mayRunStrangers)
/* harmony export */ });
/** Always run on the default branch, and their payloads do not always name it (docs: events that trigger workflows). */
const onDefaultBranch = new Set(['schedule', 'workflow_run', 'repository_dispatch']);
const dependabotLogin = 'dependabot[bot]';
/**
 * Reads the event from the runner's variables and the parsed payload. Never throws, whatever they hold: what is
 * missing or of the wrong type is an empty string or absent. Where a pull request's or a workflow_run's
 * repository cannot be read, it counts as a fork.
 */
function readEvent(env, payload) {
    const name = env.GITHUB_EVENT_NAME ?? '';
    const ref = env.GITHUB_REF || textAt(payload, 'ref');
    const repository = env.GITHUB_REPOSITORY || textAt(payload, 'repository', 'full_name');
    const before = name === 'push' ? commitAt(payload, 'before') : '';
    const pullRequest = isPullRequest(name) ? readPullRequest(payload) : undefined;
    const tag = name === 'release' ? textAt(payload, 'release', 'tag_name') : '';
    const queueBase = name === 'merge_group' ? commitAt(payload, 'merge_group', 'base_sha') : '';
    return {
        name,
        ref,
        sha: env.GITHUB_SHA || commitAt(payload, 'after'),
        repository,
        defaultBranch: readDefaultBranch(name, ref, payload),
        ...(before === '' ? {} : { before }),
        ...(pullRequest === undefined ? {} : { pullRequest }),
        ...(tag === '' ? {} : { tag }),
        ...(queueBase === '' ? {} : { queueBase }),
        fork: isFork(name, repository, payload),
        ...(isPullRequest(name) && at(payload, 'pull_request') === undefined ? { originUnknown: true } : {}),
        dependabot: isDependabot(env, payload),
        runUrl: readRunUrl(env),
    };
}
/** `pull_request` and its kin, whose payload holds a pull request with its head and base. */
function isPullRequest(name) {
    return name.startsWith('pull_request');
}
/**
 * Whether a run has this repository’s secrets, whoever set it off, and what is checked out may be a stranger’s: nothing of
 * it may run beside them. A comment is anybody’s, and its payload does not tell whose head a job then checks out; a review
 * of a fork’s pull request has no secrets, as its `pull_request` has none (GitHub docs: events that trigger workflows).
 */
function mayRunStrangers({ name, fork }) {
    return name === 'pull_request_target' || name === 'issue_comment' || (name === 'workflow_run' && fork);
}
function readPullRequest(payload) {
    const number = at(payload, 'pull_request', 'number') ?? at(payload, 'number');
    if (typeof number !== 'number' || !Number.isSafeInteger(number))
        return undefined;
    return {
        number,
        baseRef: textAt(payload, 'pull_request', 'base', 'ref'),
        baseSha: commitAt(payload, 'pull_request', 'base', 'sha'),
        headRef: textAt(payload, 'pull_request', 'head', 'ref'),
        headSha: commitAt(payload, 'pull_request', 'head', 'sha'),
    };
}
function readDefaultBranch(name, ref, payload) {
    const said = textAt(payload, 'repository', 'default_branch');
    if (said !== '' || !onDefaultBranch.has(name))
        return said;
    return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : '';
}
function isFork(name, repository, payload) {
    if (isPullRequest(name)) {
        // A deleted fork leaves `head.repo: null`.
        const head = textAt(payload, 'pull_request', 'head', 'repo', 'full_name');
        return differs(head, textAt(payload, 'pull_request', 'base', 'repo', 'full_name') || repository);
    }
    if (name !== 'workflow_run')
        return false;
    const head = textAt(payload, 'workflow_run', 'head_repository', 'full_name');
    return differs(head, textAt(payload, 'workflow_run', 'repository', 'full_name') || repository);
}
function differs(head, base) {
    return head === '' || head.toLowerCase() !== base.toLowerCase();
}
function isDependabot(env, payload) {
    const people = [
        env.GITHUB_ACTOR,
        at(payload, 'sender', 'login'),
        at(payload, 'pull_request', 'user', 'login'),
        at(payload, 'workflow_run', 'actor', 'login'),
    ];
    return people.includes(dependabotLogin);
}
function readRunUrl(env) {
    const server = env.GITHUB_SERVER_URL || 'https://github.com';
    const repository = env.GITHUB_REPOSITORY;
    const run = env.GITHUB_RUN_ID;
    if (!repository || !run)
        return '';
    const attempt = Number(env.GITHUB_RUN_ATTEMPT ?? '1');
    return `${server}/${repository}/actions/runs/${run}${attempt > 1 ? `/attempts/${attempt}` : ''}`;
}
function at(value, ...keys) {
    let here = value;
    for (const key of keys) {
        if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key))
            return undefined;
        here = here[key];
    }
    return here;
}
function textAt(value, ...keys) {
    const found = at(value, ...keys);
    return typeof found === 'string' ? found : '';
}
function commitAt(value, ...keys) {
    const found = textAt(value, ...keys);
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : '';
}


/***/ }),

/***/ 6683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ asFaults),
/* harmony export */   P: () => (/* binding */ asFault)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9078);
/* harmony import */ var _database_session_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8188);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9473);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(977);




/** Whatever was thrown, as a fault: what is not ours is said to be unexpected, in one line and without a stack. */
function asFault(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u)
        return error.fault;
    if (error instanceof _database_session_js__WEBPACK_IMPORTED_MODULE_1__/* .DatabaseError */ .a) {
        const server = { code: error.code, severity: error.severity, message: error.message };
        return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('unexpected', { message: (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(error.message).replace(/\.$/, '') }, { server });
    }
    const message = error instanceof Error ? error.message : String(error);
    const fault = (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('unexpected', { message: (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(message).replace(/\.$/, '') });
    if (error instanceof Error && error.stack !== undefined)
        fault.debug = error.stack;
    return fault;
}
/** The same with every fault that was found beside it. */
function asFaults(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u ? [error.fault, ...error.others] : [asFault(error)];
}


/***/ }),

/***/ 9479:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _action_run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5299);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9481);


await (0,_action_run_js__WEBPACK_IMPORTED_MODULE_0__/* .runPhase */ .P)();
await (0,_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .endAtOnce */ .mR)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ aimOf),
/* harmony export */   DT: () => (/* binding */ revisionOf),
/* harmony export */   cY: () => (/* binding */ typeCommand)
/* harmony export */ });
/* harmony import */ var _settings_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2451);
/* harmony import */ var _shell_word_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4491);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(977);



/** Inputs that choose the database and the files that a command is about, or guard that choice, in the order in which they are typed. */
const choosing = [
    'config',
    'database',
    'database-url',
    'working-directory',
    'engine',
    'directory',
    'run',
    'history-table',
    'expect-host',
    'expect-database',
];
/** What an upgrade needs besides, to do what this one was to do. An approved plan is not among it: it is another now. */
const ofUpgrade = ['allow', 'after', 'smoke', 'smoke-command'];
/** Reads from the inputs what chooses the target. `more`: further options of the door, such as `env-file`. */
function aimOf(inputs, more = {}) {
    const url = inputs['database-url']?.trim();
    const given = choosing.filter(name => {
        const value = inputs[name]?.trim() ?? '';
        const repeatable = name !== 'database-url' || value.startsWith('env:');
        return value !== '' && value !== _settings_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputDefaults */ .V[name] && repeatable;
    });
    const options = { ...Object.fromEntries(given.map(name => [name, inputs[name]?.trim() ?? ''])), ...more };
    const upgrade = ofUpgrade.map(name => [name, (inputs[name]?.trim() ?? '').replace(/\s*\n\s*/g, ',')]);
    return {
        options: withoutUrls(options),
        upgrade: withoutUrls(Object.fromEntries(upgrade.filter(([, value]) => value !== ''))),
        revision: aimsAt(inputs),
        urlGiven: url !== undefined && url !== '' && !url.startsWith('env:'),
    };
}
function aimsAt({ command = '', revision = '' }) {
    const upgrades = ['', 'upgrade', 'plan'].includes(command.trim());
    return upgrades && revision.trim() !== '' && !(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .looksLikeUrl */ .h0)(revision) ? revision.trim() : undefined;
}
/** The revision of what is offered: its own, else for an upgrade the one that this run was to reach. */
function revisionOf({ command, revision }, aim) {
    return revision ?? (command === 'upgrade' ? aim.revision : undefined);
}
/** Wherever one stands: a URL is never printed. */
function withoutUrls(options) {
    return Object.fromEntries(Object.entries(options).filter(([, value]) => !(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .looksLikeUrl */ .h0)(value)));
}
/** A command of ours as it is typed to reach the same database: `migration-gate stamp 0003 --directory db`. */
function typeCommand(next, aim) {
    const { command, database } = next;
    const revision = revisionOf(next, aim);
    const named = database === undefined ? {} : { database };
    const options = { ...aim.options, ...named, ...(command === 'upgrade' ? aim.upgrade : {}), ...next.with };
    return [
        'migration-gate',
        command,
        ...(revision === undefined ? [] : [(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteWord */ .X)(revision)]),
        ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, (0,_shell_word_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteWord */ .X)(value)]),
    ].join(' ');
}


/***/ }),

/***/ 6805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ debug),
  z3: () => (/* binding */ error),
  V4: () => (/* binding */ getInput),
  Gu: () => (/* binding */ getState),
  _o: () => (/* binding */ isDebug),
  lm: () => (/* binding */ notice),
  LZ: () => (/* binding */ saveState),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, endGroup, exportVariable, getBooleanInput, getIDToken, getMultilineInput, group, info, markdownSummary, platform, setCommandEcho, setFailed, startGroup, summary, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + os.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 1525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kd: () => (/* binding */ noteChanges),
/* harmony export */   Pf: () => (/* binding */ label),
/* harmony export */   YI: () => (/* binding */ noteUntried),
/* harmony export */   _h: () => (/* binding */ notePlan),
/* harmony export */   xr: () => (/* binding */ noteSides)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(977);

/** Stage 2, before a database is asked: what changed, as people should see it. Pure. */
function noteChanges(changeSet, matches, warnings = []) {
    const warned = warnings.map((text) => ({ kind: 'warning', text }));
    if (!changeSet.known)
        return [{ kind: 'unknown-changes', text: changeSet.why }, ...warned];
    const notes = [...changeSet.warnings.map((text) => ({ kind: 'warning', text })), ...warned];
    for (const match of matches) {
        if (match.changes.length === 0)
            continue;
        const shown = match.changes
            .slice(0, 10)
            .map(change => `${signs[change.status]} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(change.path, 200)}`);
        const more = match.changes.length - shown.length;
        if (more > 0)
            shown.push(`and ${more} more`);
        notes.push({
            kind: 'changed',
            text: `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(match.name, 80)}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(match.changes.length, 'file')} changed\n${shown.join('\n')}`,
        });
    }
    return notes;
}
/** What a history is held against, where that is not what the changes were counted from. Pure. */
function noteSides(sides, changeSet) {
    if (!('base' in sides))
        return [];
    const said = changeSet.known ? [changeSet.comparison.why, ...changeSet.warnings] : [];
    const others = sides.warnings.filter(text => !said.includes(text));
    const warnings = others.map((text) => ({ kind: 'warning', text }));
    return said.includes(sides.why)
        ? warnings
        : [{ kind: 'changed', text: `history: ${sides.why}` }, ...warnings];
}
/** That a check tried nothing out although there was something to try, and `why`; empty: it did. */
function noteUntried(why, runs) {
    const isNew = runs.some(({ checked }) => (checked?.added.length ?? 0) > 0);
    return why === '' || !isNew ? [] : [{ kind: 'skipped', text: `new revisions were not tried out: ${why}` }];
}
const signs = {
    added: '+',
    copied: '+',
    deleted: '-',
    modified: '~',
    renamed: '~',
    'type-changed': '~',
    unmerged: '!',
};
/**
 * Stage 2, against the database: what of it applies now, and what the diff alone would not have shown. Only `upgrade`
 * applies anything: elsewhere the same revision is pending. Pure.
 */
function notePlan(database, plan, changeSet, command) {
    const changed = changedPaths(changeSet);
    const verb = command === 'upgrade' ? 'applies now' : 'is pending';
    // `history` lists them itself.
    const listed = command === 'history' ? [] : plan.pending;
    const notes = listed.map(revision => notePending(database, plan, revision, changed, verb));
    notes.push(...noteApplied(database, plan, changed));
    for (const text of plan.remarks ?? [])
        notes.push({ kind: 'warning', text, database });
    for (const problem of plan.problems) {
        if (problem.kind !== 'missing' && problem.kind !== 'ahead')
            continue;
        const id = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(problem.revision ?? '', 80);
        notes.push({
            kind: 'not-in-commit',
            text: `${id} is in the database but not in this commit`,
            database,
            revision: id,
        });
    }
    return notes;
}
/** Revisions that the diff shows and that will not run; those that were edited since they ran, one by one. */
function noteApplied(database, plan, changed) {
    const applied = new Set(plan.applied);
    const edited = new Set(plan.problems.filter(one => one.kind === 'modified').map(one => one.revision));
    const shown = plan.revisions.filter(revision => changed?.has(revision.path) === true && applied.has(revision.id));
    const notes = shown
        .filter(revision => edited.has(revision.id))
        .map((revision) => {
        const about = { database, revision: revision.id, place: { path: revision.path } };
        return {
            kind: 'already-applied',
            text: `${label(revision)} changed here, but is already applied as it was`,
            ...about,
        };
    });
    const same = shown.filter(revision => !edited.has(revision.id)).map(label);
    if (same.length === 0)
        return notes;
    const listed = same.length <= 5 ? same.join(', ') : `${same.slice(0, 4).join(', ')} and ${same.length - 4} more`;
    return [
        ...notes,
        { kind: 'already-applied', text: `changed here and already applied: ${listed}`, database },
    ];
}
/** Undefined: it is not known what changed, and nothing may be said of it. */
function changedPaths(changeSet) {
    return changeSet.known ? new Set(changeSet.changes.map(change => change.path)) : undefined;
}
function notePending(database, plan, revision, changed, verb) {
    const place = { path: revision.path };
    const about = { database, revision: revision.id, place };
    const unfinished = plan.unfinished.find(one => one.id === revision.id);
    if (unfinished !== undefined) {
        const done = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(unfinished.done, 'statement');
        if (unfinished.down === true)
            return {
                kind: 'left-by-earlier-run',
                text: `${label(revision)} was half taken back by an earlier run: ${done} of its way down done`,
                ...about,
            };
        return {
            kind: 'left-by-earlier-run',
            text: `${label(revision)} was begun by an earlier run: ${done} done, statement ${unfinished.done + 1} is next`,
            ...about,
        };
    }
    if (changed === undefined || changed.has(revision.path)) {
        return { kind: 'applies-now', text: `${label(revision)} ${verb}`, ...about };
    }
    const text = `${label(revision)} ${verb}: not in this change, and not applied yet`;
    return { kind: 'left-by-earlier-run', text, ...about };
}
/** `0003 add_index`, harmless. */
function label(revision) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(`${revision.id} ${revision.name}`.trim(), 120);
}


/***/ }),

/***/ 1781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ makePlans),
/* harmony export */   R5: () => (/* binding */ findObstacle),
/* harmony export */   iG: () => (/* binding */ hasFollowUps),
/* harmony export */   v4: () => (/* binding */ beginToConnect)
/* harmony export */ });
/* harmony import */ var _after_list_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3817);
/* harmony import */ var _after_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5378);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6683);
/* harmony import */ var _notes_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1525);
/* harmony import */ var _sleep_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8503);





/** While git is asked what changed, the first database is on its way; one that cannot be opened is told in its turn. */
async function beginToConnect([first], openEngine) {
    if (first === undefined || first.fault !== undefined)
        return;
    try {
        first.engine = await openEngine(first);
        first.engine.beginToConnect?.();
    }
    catch {
        // Opened again when it is its turn: that tells why it cannot be.
    }
}
/**
 * Stage 3: what would run, from files and database. Every database is planned before any is changed. A fault stays
 * with its database.
 */
async function makePlans(runs, openEngine, readFollowUps, changes, command, reporter) {
    for (const run of runs) {
        const database = run.settings.name;
        if (run.fault !== undefined)
            continue;
        try {
            run.engine ??= await openEngine(run);
            if (plansUpgrade.includes(command))
                run.followUps = readFollowUps(run);
            run.plan = (0,_after_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .withFollowUps */ .O)(await run.engine.plan(), run.followUps);
            reporter({ kind: 'plan', database, plan: run.plan });
            const notes = (0,_notes_js__WEBPACK_IMPORTED_MODULE_2__/* .notePlan */ ._h)(database, run.plan, changes.changeSet, command);
            notes.push(...(0,_after_list_js__WEBPACK_IMPORTED_MODULE_3__/* .noteFollowUps */ .OT)(database, run.followUps));
            for (const [index, note] of notes.entries()) {
                // Of thousands, what was written goes out meanwhile.
                if (index % notesOfOneTurn === notesOfOneTurn - 1)
                    await (0,_sleep_js__WEBPACK_IMPORTED_MODULE_4__/* .nextTurn */ .tJ)();
                reporter({ kind: 'note', note });
            }
        }
        catch (error) {
            run.fault = (0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .asFault */ .P)(error);
        }
    }
}
const notesOfOneTurn = 200;
/** Commands that upgrade, or say what that would do. */
const plansUpgrade = ['upgrade', 'plan', 'current'];
/** Whether an upgrade has something to do though no revision is pending. */
function hasFollowUps(run) {
    const { followUps } = run;
    return followUps !== undefined && (0,_after_list_js__WEBPACK_IMPORTED_MODULE_3__/* .listFollowUps */ .O3)(followUps).length > 0;
}
/** What is in the way of writing: the database's own fault, or the first problem that nobody allowed. */
function findObstacle(run) {
    return run.fault ?? run.plan?.problems.find(problem => !problem.allowed)?.fault;
}


/***/ }),

/***/ 7898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Tl: () => (/* binding */ eventsDescriptor),
  gR: () => (/* binding */ lifelineDescriptor),
  R3: () => (/* binding */ runProcess),
  iL: () => (/* binding */ startService)
});

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
// EXTERNAL MODULE: ./build/disk.js + 1 modules
var disk = __nccwpck_require__(2554);
;// CONCATENATED MODULE: ./build/process-group.js
/** Groups of processes that we started: what is in one ends with us. */
const running = new Set();
let watching = false;
/** From now on the group ends when we do. */
function endWithUs(pid) {
    running.add(pid);
    if (watching)
        return;
    watching = true;
    process.on('exit', () => {
        for (const each of running)
            killGroup(each, 'SIGKILL');
    });
}
/** It has ended: its number may be somebody else’s soon. */
function forgetGroup(pid) {
    if (pid !== undefined)
        running.delete(pid);
}
/** Sends a signal to all of a group, if there is one. Never throws. */
function killGroup(pid, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(process.platform === 'win32' ? pid : -pid, signal);
    }
    catch {
        // Already gone.
    }
}

;// CONCATENATED MODULE: ./build/read-in-turns.js
/** Bytes and lines of one turn from which on whoever writes would soon have to wait: a socket holds some 200 kB or 280 writes. */
const muchBytes = 64 * 1024;
const muchLines = 100;
const lineEnd = 10;
/**
 * Reads what there is, then rests for so many milliseconds: waking up for each event costs the machine more than the
 * event does, and the child waits for its part of it. Where much comes, the rest is a tenth.
 */
function readInTurns(stream, restMs, onPiece) {
    let timer;
    let rests = true;
    let bytes = 0;
    let lines = 0;
    // A stream takes one more piece when it is paused: that one is no news of this turn.
    let kept = 0;
    const read = () => {
        clearTimeout(timer);
        kept = stream.readableLength;
        stream.resume();
    };
    stream.on('data', (piece) => {
        onPiece(piece);
        bytes += piece.length;
        lines += countLines(piece);
        kept -= piece.length;
        if (!rests || kept >= 0)
            return;
        stream.pause();
        clearTimeout(timer);
        timer = setTimeout(read, bytes < muchBytes && lines < muchLines ? restMs : restMs / 10);
        bytes = 0;
        lines = 0;
    });
    return {
        inOrder(work) {
            read();
            // The first comes before the descriptors are looked at again, the second after.
            setImmediate(() => setImmediate(work));
        },
        hurry() {
            rests = false;
            read();
        },
    };
}
function countLines(piece) {
    let count = 0;
    for (let at = piece.indexOf(lineEnd); at !== -1; at = piece.indexOf(lineEnd, at + 1))
        count++;
    return count;
}

;// CONCATENATED MODULE: ./build/process.js





/** Numbers in the child of the descriptors that `onEvents` adds. */
const eventsDescriptor = 3;
const lifelineDescriptor = 4;
/** Starts a program without a shell that ends itself when its standard input does: so with us, however we end. */
function startService(argv, options) {
    const [file = '', ...args] = argv;
    const { env, input, user, onOutput } = options;
    const child = (0,external_node_child_process_namespaceObject.spawn)(file, args, { cwd: '/', env, stdio: 'pipe', detached: true, ...user });
    const streams = [child.stdout, child.stderr];
    for (const stream of streams)
        stream.on('data', (piece) => onOutput(piece.toString('utf8')));
    const ended = new Promise(resolve => {
        child.on('error', () => resolve(null));
        child.on('exit', code => resolve(code));
    });
    child.stdin.on('error', () => { });
    child.stdin.write(input);
    const stop = async (afterMs) => {
        child.stdin.end();
        const late = setTimeout(() => killGroup(child.pid, 'SIGKILL'), afterMs);
        await ended;
        clearTimeout(late);
        for (const stream of streams)
            stream.destroy();
    };
    return {
        ended,
        stop: () => stop(serviceMs),
        terminate() {
            killGroup(child.pid, 'SIGTERM');
            return stop(graceMs);
        },
    };
}
const graceMs = 2_000;
/** For a server that takes leave of its files. */
const serviceMs = 20_000;
const stderrBytes = 64 * 1024;
/**
 * Runs a program without a shell and waits for its end. Never rejects: a program that cannot be started is a
 * result with `failure`. It gets a process group of its own, so that what it started ends with it, and no
 * terminal from which it could ask for a password.
 */
function runProcess(argv, options) {
    const [file, ...args] = argv;
    const child = start(file ?? '', args, options);
    if (typeof child === 'string') {
        return Promise.resolve({ code: null, signal: null, stdout: Buffer.alloc(0), stderr: '', failure: child });
    }
    return new Promise(resolve => {
        const kept = readOutput(child, options);
        let failure;
        const timers = [];
        const finish = (code, signal) => {
            for (const timer of timers)
                clearTimeout(timer);
            options.signal?.removeEventListener('abort', abort);
            forgetGroup(child.pid);
            // Of those that were to end with it, some may only have closed their output.
            if (failure === 'timeout' || failure === 'aborted')
                killGroup(child.pid, 'SIGKILL');
            const ended = { code, signal, stdout: Buffer.concat(kept.stdout), stderr: kept.stderr.toString('utf8') };
            resolve(failure === undefined ? ended : { ...ended, failure });
        };
        const stop = (reason) => {
            failure ??= reason;
            const [first, ...later] = options.interruptFirst
                ? ['SIGINT', 'SIGTERM', 'SIGKILL']
                : ['SIGTERM', 'SIGKILL'];
            killGroup(child.pid, first ?? 'SIGTERM');
            later.forEach((signal, index) => {
                timers.push(setTimeout(() => killGroup(child.pid, signal), (index + 1) * graceMs));
            });
        };
        const abort = () => stop('aborted');
        child.on('error', error => {
            if (child.pid !== undefined)
                return;
            failure = whyNotStarted(error, options.cwd);
            finish(null, null);
        });
        child.on('exit', () => {
            kept.hurry();
            // Whoever waits for our end beside it has nothing more to wait for.
            child.stdio[lifelineDescriptor]?.destroy();
            // What it left behind may hold its output open for ever: it gets as long as a child that is asked to end.
            timers.push(setTimeout(() => leave(child), graceMs));
        });
        child.on('close', (code, signal) => {
            if (child.pid !== undefined)
                kept.inOrder(() => finish(code, signal));
        });
        if (child.pid === undefined)
            return;
        endWithUs(child.pid);
        if (options.timeoutMs !== undefined)
            timers.push(setTimeout(() => stop('timeout'), options.timeoutMs));
        if (options.signal?.aborted)
            abort();
        else
            options.signal?.addEventListener('abort', abort, { once: true });
    });
}
function start(file, args, options) {
    const usual = (0,external_node_stream_.getDefaultHighWaterMark)(false);
    try {
        // A stream that is paused takes so much more: it would be woken for that.
        if (options.onEvents)
            (0,external_node_stream_.setDefaultHighWaterMark)(false, 1);
        return (0,external_node_child_process_namespaceObject.spawn)(file, args, {
            cwd: options.cwd,
            env: options.env,
            stdio: options.onEvents ? ['pipe', 'pipe', 'pipe', 'pipe', 'pipe'] : ['pipe', 'pipe', 'pipe'],
            shell: false,
            windowsHide: true,
            detached: process.platform !== 'win32',
        });
    }
    catch (error) {
        // An empty name or a NUL byte in an argument: spawn throws instead of telling by an event.
        return whyNotStarted(error, options.cwd);
    }
    finally {
        (0,external_node_stream_.setDefaultHighWaterMark)(false, usual);
    }
}
function readOutput(child, options) {
    const { inOrder, hurry } = readEvents(child, options);
    const kept = { stdout: [], stderr: Buffer.alloc(0), inOrder, hurry };
    // stdio[0..2] are typed as possibly null, since spawn was told of them in a list.
    child.stdout?.on('data', (piece) => {
        if (!options.keepNothing)
            kept.stdout.push(piece);
        inOrder(() => options.onOutput?.(piece, 'stdout'));
    });
    child.stderr?.on('data', (piece) => {
        if (!options.keepNothing)
            kept.stderr = Buffer.concat([kept.stderr, piece]).subarray(-stderrBytes);
        inOrder(() => options.onOutput?.(piece, 'stderr'));
    });
    // A child that does not read its input to the end breaks the pipe: its exit code tells the story.
    child.stdin?.on('error', () => { });
    child.stdin?.end(options.input);
    return kept;
}
/** Of a child without events everything is in order. */
function readEvents(child, { onEvents, restMs = 0 }) {
    for (const extra of child.stdio.slice(eventsDescriptor))
        extra?.on('error', () => { });
    const events = child.stdio[eventsDescriptor];
    if (!events || onEvents === undefined)
        return { inOrder: work => work(), hurry: () => { } };
    return readInTurns(events, restMs, onEvents);
}
/** Ends what is left of a child's group and stops listening to what has left the group. */
function leave(child) {
    killGroup(child.pid, 'SIGKILL');
    for (const stream of child.stdio)
        stream?.destroy();
}
function whyNotStarted(error, cwd) {
    if (error.code === 'EACCES' || error.code === 'EPERM')
        return 'denied';
    // spawn says ENOENT for a missing folder as well.
    const folder = (0,disk/* openDisk */.UJ)(cwd).listFolder('.');
    return !folder.ok && folder.absent ? 'no-folder' : 'missing';
}


/***/ }),

/***/ 2207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ makeRedactor)
/* harmony export */ });
const mark = '***';
/** The end of what may be a URL's scheme. */
const scheme = /[a-z][a-z0-9+.-]*$/i;
const longestScheme = 40;
/** What may stand between `://` and the colon before a password. */
const user = /[^\s:@/'"]*:/y;
const wordEnd = /[\s'"]/g;
/** What follows the colon of host:port; a sentence or a bracket may end behind it. */
const port = /^\d{0,5}(?:[/?#]|[^\w%@]*$)/;
const bracketedHost = /^\[[0-9a-f:.%]*(?:\]|$)/i;
/**
 * `password=secret`, `PGPASSWORD=secret`, `"password": "secret"`, `PASSWORD 'secret'`, as libpq, drivers and SQL have
 * it. A quote that does not end on its line was cut off: the rest of the line goes. Python's constants are no secret,
 * and `invalid_password: ` begins what the server says of one.
 */
const keyword = /((?<!invalid_(?=password: ))(?:pg)?pass(?:word|wd)?["']?(?:\s*[=:]\s*|\s+(?=['"])))(?!(?:True|False|None)(?:[\s,)]|$))("[^"\n]*"?|'(?:[^'\\\n]|\\.|'')*'?|[^\s&,;"']+)/gi;
/** The end of a URL that was shortened in its middle, as pydantic does: what is left of a password is before its @. */
const shortened = /\.\.\.[^\s'"]{0,200}@/g;
/** What every keyword has in it: nearly no text does. */
const mayName = /pass/i;
/** Makes a redactor for these exact secrets, longest first, on top of what every URL and keyword gives away. */
function makeRedactor(secrets) {
    const exact = [...new Set(secrets)].filter(secret => secret.length >= 4).sort((a, b) => b.length - a.length);
    return text => {
        let clean = text;
        for (const secret of exact)
            if (clean.includes(secret))
                clean = clean.split(secret).join(mark);
        clean = maskUrls(clean);
        if (clean.includes('...'))
            clean = clean.replace(shortened, `...${mark}@`);
        return mayName.test(clean) ? clean.replace(keyword, `$1${mark}`) : clean;
    };
}
/**
 * Masks the password of any URL, whatever its scheme: `postgres://me:secret@`, up to the last @ before white space
 * or a quote. Without an @ the text was cut, and all of the word goes, unless it reads as host:port. One slash
 * serves too, since joining paths makes `:/` of `://`. By hand, and each word looked at once: a regular expression
 * for this takes quadratic time on long texts.
 */
function maskUrls(text) {
    let clean = '';
    let done = 0;
    let word = { end: -1, lastAt: -1 };
    for (let at = text.indexOf(':/'); at !== -1; at = text.indexOf(':/', at + 1)) {
        if (at < done || !scheme.test(text.slice(Math.max(0, at - longestScheme), at)))
            continue;
        const start = at + (text[at + 2] === '/' ? 3 : 2);
        user.lastIndex = start;
        if (!user.test(text))
            continue;
        const secretStart = user.lastIndex;
        if (word.end < secretStart)
            word = readWord(text, secretStart);
        const hasAt = word.lastAt >= secretStart;
        if (!hasAt && isPlace(text, start, secretStart, word.end))
            continue;
        clean += `${text.slice(done, secretStart)}${mark}`;
        done = hasAt ? word.lastAt : word.end;
    }
    return clean + text.slice(done);
}
function readWord(text, from) {
    wordEnd.lastIndex = from;
    const end = wordEnd.exec(text)?.index ?? text.length;
    return { end, lastAt: from + text.slice(from, end).lastIndexOf('@') };
}
/** `host:5432/…` or `[::1]:5432`. Only the beginning is looked at: a long word may hold many of them. */
function isPlace(text, start, afterColon, end) {
    if (bracketedHost.test(text.slice(start, Math.min(end, start + 60))))
        return true;
    return port.test(text.slice(afterColon, Math.min(end, afterColon + 20)));
}


/***/ }),

/***/ 7956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ sayApproval)
/* harmony export */ });
/* harmony import */ var _settings_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4663);

/** What `approved-plan` takes to run what this plan found and nothing else; empty where there is nothing to run. Pure. */
function sayApproval({ command, databases }) {
    // Files of `after` are run also where no revision is pending; they are the part behind the dash.
    const runs = databases.some(({ pending, plan }) => pending.length > 0 || plan.includes('-'));
    if (command !== 'plan' || !runs || databases.some(({ plan }) => plan === ''))
        return '';
    const words = databases.map(({ name, plan }) => (name === _settings_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDatabase */ .Wj ? plan : `${name}:${plan}`));
    return `to run this plan and no other: approved-plan ${words.join(',')}`;
}


/***/ }),

/***/ 4038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ sayDid),
/* harmony export */   W: () => (/* binding */ sayMs)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(977);

/** What statements did, at a glance: the first few, then how many more. */
function sayDid(did) {
    if (did.length === 0)
        return 'no statements';
    const shown = did.slice(0, 4).join(', ');
    return did.length > 4 ? `${shown} and ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(did.length - 4, 'more statement')}` : shown;
}
/** `12 ms`, `1.4 s`, `2 min 5 s`. */
function sayMs(ms) {
    if (ms < 1000)
        return `${Math.round(ms)} ms`;
    if (ms < 60_000)
        return `${(ms / 1000).toFixed(1)} s`;
    return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}


/***/ }),

/***/ 9278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ driftLines),
/* harmony export */   O: () => (/* binding */ sayDrifted)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(977);
/* harmony import */ var _did_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4038);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3913);



/** A line for each database of which a live one was looked at. Pure. */
function driftLines({ databases }) {
    return databases.flatMap(({ name, drifted }) => drifted === undefined
        ? []
        : [(0,_line_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n)(drifted.differences === 0 ? 'plain' : 'warn', `🧭 ${(0,_line_js__WEBPACK_IMPORTED_MODULE_0__.of)(name)}${sayDrifted(drifted)}`)]);
}
/** `db.example.com:5432/relay is at 0003 and differs from it in 2 things; 1 coming revision meets that`. */
function sayDrifted({ where, at, differences, collisions, beside, durationMs }) {
    const stand = at.length === 0 ? 'holds no revision yet' : `is at ${at.join(', ')}`;
    const differs = differences === 0
        ? 'and its schema is what these revisions make'
        : `and its schema differs from what these revisions make in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(differences, 'thing')}`;
    const meets = collisions === 0 ? '' : `, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(collisions, 'time')} in the way of what comes`;
    const rest = beside.length === 0 ? '' : ` (not counted: ${beside.join(', ')})`;
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`${where} ${stand}, ${differs}${meets}${rest}; compared in ${(0,_did_js__WEBPACK_IMPORTED_MODULE_2__/* .sayMs */ .W)(durationMs)}`, 1000);
}


/***/ }),

/***/ 4909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $F: () => (/* binding */ excerptLines),
/* harmony export */   DQ: () => (/* binding */ sayPlace),
/* harmony export */   LH: () => (/* binding */ serverLines),
/* harmony export */   Pp: () => (/* binding */ diffLines),
/* harmony export */   Wu: () => (/* binding */ withheldLine),
/* harmony export */   w0: () => (/* binding */ faultLines)
/* harmony export */ });
/* harmony import */ var _database_conditions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9596);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(977);


/**
 * A failure in lines: what, where, what the server said, what the database holds now, and the way out. People's data
 * in what the server said is only shown where a person asked for it.
 */
function faultLines(fault, allowed, sayNext, database = '', showData = false) {
    const lines = [];
    const add = (tone, text) => void lines.push({ tone, text });
    add(allowed ? 'warn' : 'bad', `${allowed ? '⚠️  allowed: ' : '❌ '}${database}${fault.message}`);
    const place = sayPlace(fault);
    if (place !== '')
        add('plain', `   at ${place}`);
    if (fault.excerpt !== undefined)
        for (const text of excerptLines(fault.excerpt))
            add('dim', `   ${text}`);
    if (fault.diff !== undefined)
        for (const text of diffLines(fault.diff))
            add('dim', `   ${text}`);
    const { server, state, foreign, next } = fault;
    if (server !== undefined) {
        const said = showData ? { ...server, ...fault.withheld } : server;
        for (const text of serverLines(said))
            add('dim', `   ${text}`);
        if (fault.withheld !== undefined && !showData)
            add('dim', `   ${withheldLine}`);
    }
    if (state !== undefined && state !== '')
        add('plain', `   now: ${state}`);
    if (!allowed) {
        add('plain', `   cure: ${fault.cure}`);
        const ways = [...(foreign ?? []), ...(next ?? []).map(one => ({ line: sayNext(one), when: one.when }))];
        for (const way of ways)
            add('strong', `   next: ${way.line}${way.when === undefined ? '' : `   (if ${way.when})`}`);
    }
    return lines;
}
/** What stands for values that are not shown; the summary says it too. */
const withheldLine = '(values of rows are left out here; a terminal and debug logging show them)';
/** What the server said, each part with its word. */
function serverLines({ severity, code, message, detail, hint, where }) {
    const parts = [
        ['server', `${sayCode({ severity, code })}: ${message}`],
        ['detail', detail],
        ['hint', hint],
        ['context', where],
    ];
    return parts.flatMap(([word, text]) => text === undefined
        ? []
        : (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .harmless */ .Is)(text)
            .split('\n')
            .map((part, index) => `${index === 0 ? `${word}: ` : '  '}${part}`));
}
/** `ERROR 42701 duplicate_column` */
function sayCode({ severity, code }) {
    return [severity, code, (0,_database_conditions_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .r)(code)].filter(part => part !== '').join(' ');
}
/** `migrations/0003_add_index.sql:7:12`, or empty. */
function sayPlace(fault) {
    const { place } = fault;
    if (place === undefined)
        return '';
    const line = place.line === undefined ? '' : `:${place.line}`;
    const column = place.line === undefined || place.column === undefined ? '' : `:${place.column}`;
    return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(place.path)}${line}${column}`;
}
/** `- 12 │ alter table …`: what an edit took away and what it put there. */
function diffLines(diff) {
    const width = Math.max(...diff.map(({ line }) => String(line).length));
    return diff.map(({ mark, line, text }) => (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .harmless */ .Is)(`${mark} ${String(line).padStart(width)} │ ${text}`));
}
/** Numbered lines with a mark before the one that failed, and a caret below it. */
function excerptLines(excerpt) {
    const width = String(excerpt.firstLine + excerpt.lines.length - 1).length;
    return excerpt.lines.flatMap((text, index) => {
        const number = excerpt.firstLine + index;
        const marked = number === excerpt.markedLine;
        const shown = `${marked ? '▶' : ' '} ${String(number).padStart(width)} │ ${text}`.trimEnd();
        if (!marked || excerpt.caret === undefined)
            return [shown];
        return [shown, `  ${' '.repeat(width)} │ ${' '.repeat(excerpt.caret - 1)}^`];
    });
}


/***/ }),

/***/ 4748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ sayChecked),
/* harmony export */   hq: () => (/* binding */ findingLines),
/* harmony export */   kV: () => (/* binding */ sayTrail)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(977);
/* harmony import */ var _fault_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4909);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3913);



/** A finding in lines: as a failure where it is one, and who lets it through where somebody does. */
function findingLines(finding, sayNext, database = '') {
    const { fault, level, allowed } = finding;
    const [first, ...rest] = (0,_fault_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .faultLines */ .w0)(fault, allowed !== undefined, sayNext, database);
    if (first === undefined)
        return [];
    if (allowed !== undefined)
        return [first, ...rest, (0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n)('plain', `   ${sayTrail(finding)}`)];
    if (level === 'error')
        return [first, ...rest];
    return [(0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n)('warn', `⚠️  ${database}${fault.message}`), ...rest];
}
/** Who let a finding through, and why: `modified allowed by migrations/0003_orders.sql:1: no database ran it`. */
function sayTrail({ rule, allowed }) {
    if (allowed === undefined)
        return '';
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(`${rule} is let through by ${allowed.by}${allowed.reason === '' ? '' : `: ${allowed.reason}`}`);
}
/** `2 new revisions, nothing wrong with the history`, for the last line of a check. */
function sayChecked({ databases, gate }) {
    const sum = (pick) => databases.map(pick).reduce((one, other) => one + other, 0);
    const those = (keep) => sum(database => (database.findings ?? []).filter(keep).length);
    const added = sum(database => database.added?.length ?? 0);
    const allowed = those(finding => finding.allowed !== undefined);
    const errors = those(finding => finding.allowed === undefined && finding.level === 'error');
    const warnings = those(finding => finding.allowed === undefined && finding.level === 'warning');
    // Closed by no finding: the files could not be found, say.
    const unchecked = databases.some(({ findings }) => findings === undefined);
    if (gate === 'closed' && unchecked && errors + warnings + allowed === 0)
        return 'the history was not checked';
    const words = [
        added > 0 || errors + warnings + allowed === 0 ? (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(added, 'new revision') : '',
        errors > 0 ? (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(errors, 'error') : '',
        warnings > 0 ? (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(warnings, 'warning') : '',
        allowed > 0 ? `${allowed} let through` : '',
        errors + warnings + allowed === 0 ? 'nothing wrong with the history' : '',
    ];
    return words.filter(word => word !== '').join(', ');
}


/***/ }),

/***/ 2316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ followParts),
/* harmony export */   Z: () => (/* binding */ followLines)
/* harmony export */ });
/* harmony import */ var _after_list_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3817);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(977);
/* harmony import */ var _did_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4038);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3913);




/** What follows the revisions, as it happens. Pure. */
function followLines(event) {
    if (event.kind === 'follow-started')
        return [(0,_line_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n)('plain', `🔧 ${(0,_line_js__WEBPACK_IMPORTED_MODULE_0__.of)(event.database)}${(0,_after_list_js__WEBPACK_IMPORTED_MODULE_1__/* .sayFollowUp */ .A9)({ kind: event.what, name: event.name })}`)];
    if (event.kind === 'follow-running')
        return [(0,_line_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n)('dim', `   … ${(0,_did_js__WEBPACK_IMPORTED_MODULE_2__/* .sayMs */ .W)(event.elapsedMs)} in: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(event.statement, 120)}`)];
    const { followUp, database } = event;
    const name = `${(0,_line_js__WEBPACK_IMPORTED_MODULE_0__.of)(database)}${(0,_after_list_js__WEBPACK_IMPORTED_MODULE_1__/* .sayFollowUp */ .A9)(followUp)}`;
    const { result, durationMs } = followUp;
    if (result === 'failed')
        return [(0,_line_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n)('bad', `   ❌ ${name} failed after ${(0,_did_js__WEBPACK_IMPORTED_MODULE_2__/* .sayMs */ .W)(durationMs)}`)];
    return [(0,_line_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n)('good', `   ✅ ${name} in ${(0,_did_js__WEBPACK_IMPORTED_MODULE_2__/* .sayMs */ .W)(durationMs)}${sayFound(followUp)}`)];
}
/** The same in the summary, a line each. `text` makes foreign text harmless there. Pure. */
function followParts(followUps, text) {
    if (followUps.length === 0)
        return [];
    const signs = { done: '✅', failed: '❌', skipped: '⏭️' };
    const lines = followUps.map(followUp => {
        const { result, durationMs } = followUp;
        const came = result === 'skipped' ? ' was not run' : ` in ${(0,_did_js__WEBPACK_IMPORTED_MODULE_2__/* .sayMs */ .W)(durationMs)}${sayFound(followUp)}`;
        return `- ${signs[result]} ${text(`${(0,_after_list_js__WEBPACK_IMPORTED_MODULE_1__/* .sayFollowUp */ .A9)(followUp)}${result === 'failed' ? ' failed' : came}`)}`;
    });
    return [lines.join('\n')];
}
function sayFound({ kind, did }) {
    return kind === 'smoke-command' || did.length === 0 ? '' : `: ${(0,_did_js__WEBPACK_IMPORTED_MODULE_2__/* .sayDid */ .D)(did)}`;
}


/***/ }),

/***/ 4585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ standingSigns),
/* harmony export */   O5: () => (/* binding */ historyLines),
/* harmony export */   Sc: () => (/* binding */ sayWhen),
/* harmony export */   kp: () => (/* binding */ nameLine)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(977);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3913);


/** The sign of each standing; the summary uses them too. */
const standingSigns = {
    applied: '✔️',
    pending: '⏳',
    modified: '✏️',
    missing: '👻',
    ahead: '👻',
    dirty: '⚠️',
    unknown: '❔',
};
const tones = {
    applied: 'plain',
    pending: 'dim',
    modified: 'warn',
    missing: 'warn',
    ahead: 'warn',
    dirty: 'warn',
    unknown: 'dim',
};
/** `✔️ 0004 add_note (current)   2026-11-22 20:41:39 UTC by octocat, 1a2b3c4, 12 ms, https://…`. Pure. */
function historyLines(lines) {
    if (lines.length === 0)
        return [(0,_line_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n)('dim', '   There is no revision.')];
    return lines.map(one => {
        const when = sayWhen(one);
        const said = `${nameLine(one)}${when === '' ? '' : `   ${when}`}`;
        return (0,_line_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n)(tones[one.standing], `   ${standingSigns[one.standing]} ${said}`);
    });
}
/** `0004 add_note (current, head)`; what is not simply applied says how it stands. */
function nameLine({ id, name, standing, current, head }) {
    const words = [
        ...(standing === 'applied' ? [] : [said[standing]]),
        ...(current === true ? ['current'] : []),
        ...(head === true ? ['head'] : []),
    ];
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`${id} ${name}`.trim() + (words.length === 0 ? '' : ` (${words.join(', ')})`), 160);
}
const said = {
    pending: 'pending',
    modified: 'edited since it ran',
    missing: 'applied, and its file is gone',
    ahead: 'applied, and not in this commit',
    dirty: 'half applied',
    unknown: 'not known whether it ran',
};
/** When, by whom, from which commit, how long, and the run. Empty where nothing of it is known. */
function sayWhen({ at, by, commit, durationMs, runUrl }) {
    const when = at === '' ? '' : at.replace('T', ' ').replace('Z', ' UTC');
    const parts = [
        `${when}${by === '' ? '' : ` by ${by}`}`.trim(),
        commit.slice(0, 7),
        durationMs === undefined || at === '' ? '' : `${durationMs} ms`,
        runUrl,
    ];
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(parts.filter(part => part !== '').join(', '));
}


/***/ }),

/***/ 3913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ line),
/* harmony export */   of: () => (/* binding */ of)
/* harmony export */ });
/* harmony import */ var _settings_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4663);

/** Makes one. */
function line(tone, text) {
    return { tone, text };
}
/** `orion: ` where databases have names; empty where there is one without. */
function of(database) {
    return database === '' || database === _settings_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDatabase */ .Wj ? '' : `${database}: `;
}


/***/ }),

/***/ 6547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  HH: () => (/* binding */ noteSigns),
  N1: () => (/* binding */ renderEvent),
  MT: () => (/* binding */ verdictLine)
});

// EXTERNAL MODULE: ./build/notes.js
var notes = __nccwpck_require__(1525);
// EXTERNAL MODULE: ./build/settings/settings.js
var settings = __nccwpck_require__(4663);
// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(977);
// EXTERNAL MODULE: ./build/report/approval.js
var approval = __nccwpck_require__(7956);
// EXTERNAL MODULE: ./build/report/did.js
var did = __nccwpck_require__(4038);
// EXTERNAL MODULE: ./build/report/drift-lines.js
var drift_lines = __nccwpck_require__(9278);
// EXTERNAL MODULE: ./build/report/fault-lines.js
var fault_lines = __nccwpck_require__(4909);
// EXTERNAL MODULE: ./build/report/finding-lines.js
var finding_lines = __nccwpck_require__(4748);
// EXTERNAL MODULE: ./build/report/follow-lines.js
var follow_lines = __nccwpck_require__(2316);
// EXTERNAL MODULE: ./build/report/history-lines.js
var history_lines = __nccwpck_require__(4585);
// EXTERNAL MODULE: ./build/report/line.js
var line = __nccwpck_require__(3913);
// EXTERNAL MODULE: ./build/report/located-lines.js
var located_lines = __nccwpck_require__(3863);
;// CONCATENATED MODULE: ./build/report/lock-lines.js




/** What is waited for, and for whom. */
function lockLine(event) {
    if (event.kind === 'retrying')
        return (0,line/* line */.n)('warn', `   🔁 ${sayRetry((0,notes/* label */.Pf)(event.revision), event.retry)}`);
    const since = (0,build_text/* sayAge */.PS)(event.elapsedMs / 1000);
    if (event.kind === 'connecting') {
        const { where, reason, longestMs } = event;
        const most = (0,build_text/* sayAge */.PS)(longestMs / 1000);
        return (0,line/* line */.n)('warn', `⏳ ${(0,line.of)(event.database)}${where}: ${reason}; trying again (${since} of ${most} at most)`);
    }
    if (event.kind === 'waiting')
        return (0,line/* line */.n)('warn', `⏳ ${(0,line.of)(event.database)}waiting for the gate lock (${since}): held by ${event.holder}`);
    const blocked = event.blocked === '' ? '' : `; waits for a lock, in its way: ${event.blocked}`;
    return (0,line/* line */.n)('dim', `   … ${since} in: ${event.statement}${blocked}`);
}
/** What happened, what comes next, and who was in the way. */
function sayRetry(name, { code, attempt, most, pauseMs, blocked }) {
    const what = code === '40P01' ? 'was the one to give way in a deadlock' : 'did not get a lock in time';
    const who = blocked === '' ? '' : ` In its way: ${blocked}.`;
    return `${name} ${what} (${code}) and was rolled back; attempt ${attempt} of ${most} in ${(0,did/* sayMs */.W)(pauseMs)}.${who}`;
}

// EXTERNAL MODULE: ./build/report/rehearsal-lines.js
var rehearsal_lines = __nccwpck_require__(6478);
// EXTERNAL MODULE: ./build/report/sql-lines.js
var sql_lines = __nccwpck_require__(6021);
;// CONCATENATED MODULE: ./build/report/stamp-lines.js


/** What a stamp did to each history, or would do, and the command that takes a removal back. Pure. */
function stampLines(report, sayNext) {
    return report.databases.flatMap(({ name, stamped, wouldStamp, next }) => {
        const change = stamped ?? wouldStamp;
        if (change === undefined)
            return [];
        const said = sayChange(change, stamped === undefined);
        const ways = (next ?? []).map(one => (0,line/* line */.n)('strong', `   next: ${sayNext(one)}${one.when === undefined ? '' : `   (if ${one.when})`}`));
        return [(0,line/* line */.n)('plain', `🖊️  ${(0,line.of)(name)}history: ${said}`), ...ways];
    });
}
function sayChange(change, would) {
    const verbs = would
        ? { made: 'would make its table', record: 'would record', take: 'would take', remove: 'would remove' }
        : { made: 'made its table', record: 'recorded', take: 'took', remove: 'removed' };
    const { recorded, refreshed, removed, created } = change;
    const said = [
        ...(recorded.length > 0 ? [`${verbs.record} ${(0,build_text/* shortList */.pg)(recorded)}`] : []),
        ...(refreshed.length > 0 ? [`${verbs.take} the files’ contents for ${(0,build_text/* shortList */.pg)(refreshed)}`] : []),
        ...(removed.length > 0 ? [`${verbs.remove} ${(0,build_text/* shortList */.pg)(removed)}`] : []),
    ];
    if (said.length > 0)
        return said.join('; ');
    return created === true ? `${verbs.made}, empty` : 'it said so already';
}

;// CONCATENATED MODULE: ./build/report/lines.js
















/** What an event says, in lines. Pure; both doors print it. People’s data in an error only with `showData`. */
function renderEvent(event, sayNext, showData = false) {
    switch (event.kind) {
        case 'changes':
            return [(0,line/* line */.n)('plain', `🔎 ${sayComparison(event.changes.changeSet)}`), ...matchLines(event.changes)];
        case 'note':
            return noteLines(event.note);
        case 'plan':
            return [(0,line/* line */.n)('plain', ''), (0,line/* line */.n)('strong', `🗄️  ${(0,line.of)(event.database)}${sayPlan(event.plan)}`)];
        case 'recent':
            return under(event.database, event.rows.map(recentLine));
        case 'sql':
            return under(event.database, (0,sql_lines/* sqlLines */.SJ)(event.sql, event.revisions));
        case 'descent':
            return [(0,line/* line */.n)('plain', ''), ...(0,sql_lines/* descentLines */.uq)(event.descent, event.dryRun, (0,line.of)(event.database))];
        case 'history':
            return under(event.database, (0,history_lines/* historyLines */.O5)(event.lines));
        case 'located':
            return under(event.database, (0,located_lines/* locatedLines */.Q)(event.located));
        case 'started':
            return [
                (0,line/* line */.n)('plain', `${event.down === true ? '⬇️' : '⬆️'}  ${(0,line.of)(event.database)}${(0,notes/* label */.Pf)(event.revision)} (${event.index} of ${event.total})`),
            ];
        case 'connecting':
        case 'waiting':
        case 'running':
        case 'retrying':
            return [lockLine(event)];
        case 'rehearsing':
            return [(0,line/* line */.n)('dim', `   … ${(0,build_text/* sayAge */.PS)(event.elapsedMs / 1000)} in: rehearsing ${event.at}`)];
        case 'notice':
            return (0,build_text/* harmless */.Is)(event.message)
                .split('\n')
                .map((text, index) => (0,line/* line */.n)('dim', `   ${index === 0 ? `${event.severity}: ` : '  '}${text}`));
        case 'ended':
            return outcomeLines(event.outcome, (0,line.of)(event.database));
        case 'follow-started':
        case 'follow-running':
        case 'follow-ended':
            return (0,follow_lines/* followLines */.Z)(event);
        case 'fault':
            return [
                (0,line/* line */.n)('plain', ''),
                ...(0,fault_lines/* faultLines */.w0)(event.fault, event.allowed, sayNext, (0,line.of)(event.database), showData),
            ];
        case 'finding':
            return [(0,line/* line */.n)('plain', ''), ...(0,finding_lines/* findingLines */.hq)(event.finding, sayNext, (0,line.of)(event.database))];
        case 'report':
            return [
                (0,line/* line */.n)('plain', ''),
                ...stampLines(event.report, sayNext),
                ...approvalLines(event.report),
                ...(0,rehearsal_lines/* rehearsalLines */.z)(event.report),
                ...(0,drift_lines/* driftLines */.$)(event.report),
                verdictLine(event.report),
            ];
        case 'stage':
        case 'working':
            return [];
    }
}
/** What comes when all databases are planned says of which one it is, where there are several. */
function under(database, lines) {
    const name = (0,line.of)(database).replace(/: $/, '');
    return name === '' || lines.length === 0
        ? lines
        : [(0,line/* line */.n)('plain', ''), (0,line/* line */.n)('strong', `🗄️  ${name}`), ...lines];
}
function approvalLines(report) {
    const said = (0,approval/* sayApproval */.$)(report);
    return said === '' ? [] : [(0,line/* line */.n)('dim', `🔏 ${said}`)];
}
/** git’s name for a tree without files, by SHA-1 and by SHA-256. */
const emptyTrees = [
    '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
    '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
];
/** `push to main: 1a2b3c4 → 5d6e7f8 …`, in the words of the comparison itself. */
function sayComparison(changeSet) {
    if (!changeSet.known)
        return (0,build_text/* oneLine */.TN)(changeSet.why);
    const { comparison, changes } = changeSet;
    const commits = comparison.commits === undefined ? '' : `${(0,build_text/* count */.U9)(comparison.commits, 'commit')}, `;
    return `${(0,build_text/* oneLine */.TN)(comparison.why)}: ${lines_short(comparison.base)} → ${lines_short(comparison.head)}, ${commits}${(0,build_text/* count */.U9)(changes.length, 'file')}`;
}
function lines_short(commit) {
    if (emptyTrees.includes(commit))
        return 'nothing';
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit) ? commit.slice(0, 7) : (0,build_text/* oneLine */.TN)(commit, 60);
}
/** Relay’s line: one per filter, true or false. */
function matchLines(changes) {
    return changes.matches.map(({ name }) => {
        const matched = changes.matched.includes(name);
        const shown = (0,build_text/* oneLine */.TN)(name, 80);
        return matched ? (0,line/* line */.n)('plain', `📦 ${shown}: true`) : (0,line/* line */.n)('dim', `▫️  ${shown}: false, no file changed`);
    });
}
/** The sign before each kind of note; the summary uses them too. */
const noteSigns = {
    changed: '📝',
    'unknown-changes': '❔',
    'applies-now': '▶️',
    'left-by-earlier-run': '⏳',
    'already-applied': '✔️',
    'not-in-commit': '👻',
    skipped: '⏭️',
    warning: '⚠️',
};
function noteLines(note) {
    if (note.kind === 'unknown-changes')
        return [];
    const tone = note.kind === 'not-in-commit' || note.kind === 'warning' ? 'warn' : 'plain';
    const indent = note.database === undefined ? '' : '   ';
    return note.text
        .split('\n')
        .map((text, index) => (0,line/* line */.n)(index === 0 ? tone : 'dim', index === 0 ? `${indent}${noteSigns[note.kind]} ${text}` : `${indent}   ${text}`));
}
/** `app on db.example.com:5432 is at 0002; 1 revision pending`. */
function sayPlan(plan) {
    const { server, current, pending, problems, applied } = plan;
    const at = current.length === 0 ? 'holds no revision yet' : `is at ${current.join(', ')}`;
    // Only its file tells what an Alembic row comes after.
    const unplaced = current.some(id => !applied.includes(id));
    const unclear = problems.some(({ kind, allowed }) => !allowed && (kind === 'multiple-heads' || (kind === 'ahead' && unplaced)));
    const none = unclear ? 'what is pending cannot be told' : 'nothing is pending';
    const todo = pending.length === 0 ? none : `${(0,build_text/* count */.U9)(pending.length, 'revision')} pending`;
    return (0,build_text/* oneLine */.TN)(`${server.database} on ${server.host}:${server.port} ${at}; ${todo}`);
}
/** `0006 add_status   2026-11-22 20:41:39 UTC by octocat, 1a2b3c4`. */
function recentLine({ id, name, at, by, commit }) {
    const who = by === '' ? '' : ` by ${by}`;
    const from = commit === '' ? '' : `, ${lines_short(commit)}`;
    return (0,line/* line */.n)('plain', `   ✔️ ${`${id} ${name}`.trim()}   ${at.replace('T', ' ').replace('Z', ' UTC')}${who}${from}`);
}
function outcomeLines(outcome, database) {
    const name = `${database}${(0,notes/* label */.Pf)(outcome.revision)}`;
    if (outcome.result === 'applied')
        return [(0,line/* line */.n)('good', `   ✅ ${name} in ${(0,did/* sayMs */.W)(outcome.durationMs)}: ${(0,did/* sayDid */.D)(outcome.did)}`)];
    if (outcome.result === 'downgraded')
        return [(0,line/* line */.n)('good', `   ✅ ${name} taken back in ${(0,did/* sayMs */.W)(outcome.durationMs)}: ${(0,did/* sayDid */.D)(outcome.did)}`)];
    if (outcome.result === 'skipped')
        return [(0,line/* line */.n)('dim', `   ⏭️  ${name} did not get its turn`)];
    const word = outcome.result === 'rolled-back' ? 'was rolled back' : 'failed';
    return [(0,line/* line */.n)('bad', `   ❌ ${name} ${word} after ${(0,did/* sayMs */.W)(outcome.durationMs)}`)];
}
/** The last line: gate open or closed, and what the databases are at, as measured. */
function verdictLine(report) {
    const stands = report.databases.map(sayStand).filter(text => text !== '');
    const at = stands.length === 0 ? '' : `: ${stands.join('; ')}`;
    if (report.status === 'skipped')
        return (0,line/* line */.n)('warn', '⏭️  Skipped: nothing was asked of a database.');
    if (report.command === 'detect' && report.gate === 'open')
        return (0,line/* line */.n)('good', '🟢 Detected; no database was asked.');
    if (report.command === 'check' && report.databases.length > 0)
        return checkedLine(report);
    if (report.gate === 'closed')
        return (0,line/* line */.n)('bad', `🔴 Gate closed${at}.`);
    if (report.dryRun === true)
        return (0,line/* line */.n)('good', `🟢 Nothing was written${at}.`);
    if (report.upgrade === 'closed')
        return (0,line/* line */.n)('warn', `🟡 The gate would be closed for \`upgrade\`${at}.`);
    const reads = report.upgrade !== undefined;
    return (0,line/* line */.n)('good', `🟢 ${reads ? 'Read only' : 'Gate open'}${at}.`);
}
function checkedLine(report) {
    const closed = report.gate === 'closed';
    return (0,line/* line */.n)(closed ? 'bad' : 'good', `${closed ? '🔴 Gate closed' : '🟢 Gate open'}: ${(0,finding_lines/* sayChecked */.DL)(report)}.`);
}
function sayStand(database) {
    const only = database.name === settings/* onlyDatabase */.Wj;
    const name = only ? (database.server?.database ?? database.name) : database.name;
    const { to, unfinished } = database;
    if (to === undefined)
        return database.server === undefined ? '' : `where ${name} stands is not known`;
    const at = to.length === 0 ? `${name} holds no revision` : `${name} is at ${to.join(', ')}`;
    const half = unfinished.map(({ id, done, down }) => {
        const what = down === true ? `the way down of ${id}` : id;
        return done === 0 ? `, with ${what} begun` : `, with ${(0,build_text/* count */.U9)(done, 'statement')} of ${what} done`;
    });
    return (0,build_text/* oneLine */.TN)(`${at}${half.join('')}`);
}


/***/ }),

/***/ 3863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ locatedLines),
/* harmony export */   e: () => (/* binding */ sayLocated)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(977);
/* harmony import */ var _did_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4038);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3913);



/** `📍 the schema is exactly that of 0003, as the history says`, and what differs. Pure. */
function locatedLines(located) {
    const { verdict, differences, unlike = [], beside, postgres, rehearsed, durationMs } = located;
    const tone = verdict === 'equal' ? 'good' : 'warn';
    const replayed = `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(rehearsed, 'revision')} replayed on Postgres ${postgres} in ${(0,_did_js__WEBPACK_IMPORTED_MODULE_1__/* .sayMs */ .W)(durationMs)}`;
    return [
        (0,_line_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n)(tone, `   📍 ${sayLocated(located)}`),
        ...differences.map(text => (0,_line_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n)('plain', `      ≠ ${text}`)),
        ...unlike.flatMap(one => one.differences.map(text => (0,_line_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n)('plain', `      ${one.revision} ≠ ${text}`))),
        ...(beside.length === 0
            ? []
            : [(0,_line_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n)('dim', `      no revision’s, and not counted: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(beside.join(', '), 500)}`)]),
        (0,_line_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n)('dim', `      ${replayed}`),
    ];
}
/** One sentence without its end. */
function sayLocated({ verdict, revision, same, partOf, unknown = [] }) {
    const at = revision.length === 0 ? 'what is there before the first revision' : `that of ${revision.join(' + ')}`;
    const others = same.length === 0 ? '' : ` (the same as ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .joinAnd */ .MO)(same)})`;
    if (verdict === 'equal')
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(`the schema is exactly ${at}, as the history says${others}`);
    const near = revision.length === 0 ? 'an empty one' : `that of ${revision.join(' + ')}`;
    const names = `the history names ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .joinAnd */ .MO)(unknown)}, which no file here has`;
    const but = unknown.length > 0 ? names : 'the history says something else';
    if (verdict === 'elsewhere')
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(`the schema is exactly ${at}, and ${but}${others}`);
    if (unknown.length > 0)
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(`${names}; the nearest that is here is ${near}`);
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(`the schema is that of no revision; the nearest is ${near}${partOf === undefined ? '' : `, with a part of ${partOf}`}`);
}


/***/ }),

/***/ 6084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   js: () => (/* binding */ htmlText)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(977);
/** Text that we did not write, as Markdown that shows it and does nothing. Pure. */

/**
 * Foreign and own text alike, with nothing in it that Markdown, HTML or GitHub (mentions, links) would act on.
 * Code spans stay. Only single backticks in pairs are surely one: a longer run would end where we think that one
 * begins. A line end goes, since a blank line or a list's next item ends the span.
 */
function text(foreign) {
    return inSpans(foreign, escapeText, codeSpan);
}
/** The same within HTML, where Markdown does nothing. */
function htmlText(foreign) {
    return inSpans(foreign, escapeHtml, part => `<code>${escapeHtml(part)}</code>`);
}
function inSpans(foreign, plain, code) {
    const given = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .harmless */ .Is)(foreign).replaceAll('\n', ' ⏎ ');
    const parts = given.split('`');
    if (parts.length % 2 === 0 || given.includes('``'))
        return plain(given.replaceAll('`', "'"));
    return parts.map((part, index) => (index % 2 === 0 ? plain(part) : code(part))).join('');
}
/**
 * In backticks `&lt;` and `\|` would be shown as they stand, and a table’s cell ends at a `|` even there: what holds such
 * signs is written as HTML, and stays text whatever ends it.
 */
function codeSpan(part) {
    return /[<&|\\]/.test(part) ? `<code>${escapeText(part)}</code>` : `\`${part}\``;
}
/** `|` as an entity: of `\\|`, a backslash of the text and ours, the second half ends a cell or not by who reads it. */
function escapeText(given) {
    const escaped = escapeSigns(given).replace(/[\\*_[\]#~$!]/g, sign => `\\${sign}`);
    return unlinked(escaped).replaceAll('|', '&#124;');
}
function escapeHtml(given) {
    return unlinked(escapeSigns(given)).replace(/[!*_[\]~]/g, sign => `&#${sign.charCodeAt(0)};`);
}
function escapeSigns(given) {
    return given.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);
}
/**
 * GitHub looks for people, issues and addresses in what Markdown has made, where a backslash and an entity are gone
 * again (github/cmark-gfm#181): only a character between keeps it from a mention, which would be mail to a stranger.
 */
function unlinked(given) {
    return given
        .replace(/#(?=\d)/g, '#&#8203;')
        .replace(/@/g, '&#64;&#8203;')
        .replace(/\bGH-(?=\d)/gi, '$&&#8203;')
        .replace(/:\/\//g, ':&#8203;&#47;&#47;')
        .replace(/\bwww\./gi, 'www&#8203;&#46;');
}
/** A fence longer than any in the text, so that nothing in it can end the block. */
function fence(given, language = 'text') {
    const longest = Math.max(2, ...[...given.matchAll(/`+/g)].map(found => found[0].length));
    const mark = '`'.repeat(longest + 1);
    return `${mark}${language}\n${given}\n${mark}`;
}


/***/ }),

/***/ 6478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ sayRehearsal),
/* harmony export */   z: () => (/* binding */ rehearsalLines)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(977);
/* harmony import */ var _did_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4038);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3913);



/** A line for each database that was rehearsed, or was not although there was something to rehearse. */
function rehearsalLines({ databases }) {
    return databases.flatMap(({ name, rehearsal }) => {
        if (rehearsal === undefined)
            return [];
        const said = sayRehearsal(rehearsal);
        const done = rehearsal.why === undefined;
        return [(0,_line_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n)(done ? 'plain' : 'warn', `${done ? '🧪' : '⚠️ '} ${(0,_line_js__WEBPACK_IMPORTED_MODULE_0__.of)(name)}${said}`)];
    });
}
/** `rehearsed on Postgres 16.4: 2 revisions up, down, up in 0.4 s`; else why not. */
function sayRehearsal({ postgres, revisions, durationMs, why }) {
    if (postgres === undefined)
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`not rehearsed: ${(why ?? 'nothing was new').replace(/\.$/, '')}.`, 1000);
    const groups = new Map();
    for (const revision of revisions) {
        const ways = sayWays(revision);
        groups.set(ways, (groups.get(ways) ?? 0) + 1);
    }
    const said = [...groups].map(([ways, number]) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(number, 'revision')} ${ways}`);
    const ran = said.length === 0 ? 'no revision' : said.join(', ');
    const rest = why === undefined ? '' : `; ${why}`;
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`rehearsed on Postgres ${postgres}: ${ran} in ${(0,_did_js__WEBPACK_IMPORTED_MODULE_2__/* .sayMs */ .W)(durationMs)}${rest}`, 1000);
}
function sayWays({ up, down, again }) {
    if (up === 'failed')
        return 'failed';
    if (down === 'none')
        return 'up';
    if (down === 'failed')
        return 'up, and the way down failed';
    return again === 'applied' ? 'up, down, up' : 'up, down, and the second way up failed';
}


/***/ }),

/***/ 4243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ failedReport),
  d: () => (/* binding */ makeReport)
});

// EXTERNAL MODULE: ./build/plan.js
var plan = __nccwpck_require__(1781);
// EXTERNAL MODULE: ./build/settings/settings.js
var settings = __nccwpck_require__(4663);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/report/migrations.js

/** Of a change that brings more, the list of files has the rest. */
const most = 500;
/** `0003_add_note.sql`, `db/versions/1f2e3d4c5b6a_add_note.py`. */
const migrations_forms = [
    /(?:^|\/)(\d+)[^/]*\.sql$/,
    /(?:^|\/)versions\/(?:.*\/)?(?:[^/]*?[_-])?([0-9a-f]{8,40})[^/]*\.py$/,
];
/** The revisions among the files that filters matched, 500 of them at most. Pure. */
function listMigrations(changes, runs, event) {
    if (changes === undefined || !changes.changeSet.known)
        return [];
    const page = diffPage(event, changes.changeSet.comparison);
    const planned = new Map();
    for (const { plan } of runs)
        for (const { path, id } of plan?.revisions ?? [])
            planned.set(path, id);
    const found = [];
    for (const { name, changes: files } of changes.matches) {
        for (const { path, status } of files) {
            if (found.length === most)
                return found;
            const revision = planned.get(path) ?? revisionOf(path);
            if (revision === undefined)
                continue;
            const diff = page === undefined ? {} : { diff: `${page}#diff-${sha256(path)}` };
            found.push({ path, status, revision, database: name, ...diff });
        }
    }
    return found;
}
function revisionOf(path) {
    return migrations_forms.map(form => form.exec(path)?.[1]).find(id => id !== undefined);
}
/** A pull request's files, else the comparison; a file's place in either is the hash of its path. */
function diffPage(event, comparison) {
    const [repository = '', run] = (event?.runUrl ?? '').split('/actions/runs/');
    if (run === undefined || !/^https?:\/\/[\w.:/-]+$/.test(repository))
        return undefined;
    if (event?.pullRequest !== undefined)
        return `${repository}/pull/${event.pullRequest.number}/files`;
    const { base, head } = comparison;
    return [base, head].every(commit => /^[0-9a-f]{40,64}$/.test(commit))
        ? `${repository}/compare/${base}..${head}`
        : undefined;
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./build/report/name-next.js
/**
 * Names the database in every command that a fault offers, where there are several to choose from. One fault may stand
 * in two places and stays one. Pure.
 */
function nextNamer(database) {
    const made = new Map();
    return fault => {
        const { next } = fault;
        if (database === undefined || next === undefined)
            return fault;
        const known = made.get(fault) ?? { ...fault, next: next.map(one => ({ ...one, database })) };
        made.set(fault, known);
        return known;
    };
}

;// CONCATENATED MODULE: ./build/report/report.js




/** Stage 5: everything the run knows, as data. Pure. */
function makeReport(input) {
    const { command, changes, runs, notes, faults } = input;
    const databases = input.skipped || command === 'detect' ? [] : runs.map(run => reportDatabase(run, command, input.several));
    const failed = faults.length > 0 || databases.some(database => database.status === 'failed');
    const changeSet = changes?.changeSet;
    const migrations = listMigrations(changes, runs, input.event);
    return {
        version: 1,
        command,
        ...(input.dryRun ? { dryRun: true } : {}),
        status: failed ? 'failed' : input.skipped ? 'skipped' : worst(command, databases),
        gate: failed ? 'closed' : 'open',
        ...(isReading(command) && !input.skipped
            ? { upgrade: failed || stops(databases) ? 'closed' : 'open' }
            : {}),
        startedAt: input.startedAt.toISOString(),
        durationMs: input.endedAt.getTime() - input.startedAt.getTime(),
        ...(changeSet?.known === true ? { comparison: changeSet.comparison } : {}),
        changed: changes?.changed ?? true,
        filters: (changes?.matches ?? []).map(({ name, changes: files }) => ({
            name,
            matched: changes?.matched.includes(name) ?? true,
            files: files.map(change => change.path),
        })),
        ...(migrations.length === 0 ? {} : { migrations }),
        notes,
        databases,
        selected: command === 'detect' ? selectChanged(runs, changes) : selectPending(databases),
        faults,
    };
}
function selectPending(databases) {
    return databases.filter(database => database.pending.length > 0).map(({ name, url }) => ({ name, url }));
}
/** A database changed when the filter of its name did; without a config file there is one, and any filter counts. */
function selectChanged(runs, changes) {
    const changed = (name) => changes === undefined || (name === settings/* onlyDatabase */.Wj ? changes.changed : changes.matched.includes(name));
    return runs
        .filter(run => changed(run.settings.name))
        .map(({ settings }) => ({ name: settings.name, url: settings.url.variable }));
}
function reportDatabase(run, command, several) {
    const { settings, applied, stamped } = run;
    const database = several ? settings.name : undefined;
    const named = nextNamer(database);
    // The plan under the lock is the one that was carried out.
    const plan = applied?.plan ?? stamped?.plan ?? run.plan;
    const fault = run.fault ?? applied?.fault ?? (isWriting(command) ? findObstacleOf(run, command) : undefined);
    const outcomes = applied?.outcomes ?? [];
    // Where a run changed something, only what was read afterwards counts.
    const after = applied === undefined ? (stamped?.after ?? plan) : applied.after;
    const stamp = reportStamp(run, database);
    const problems = (plan?.problems ?? [])
        // What is in the way of an upgrade need not be in that of a downgrade: what is has closed it.
        .filter(one => command !== 'downgrade' || one.allowed)
        .map(one => ({ ...one, fault: named(one.fault) }));
    const done = outcomes.filter(({ result }) => result === 'applied' || result === 'downgraded');
    return {
        name: settings.name,
        engine: run.engineName,
        url: settings.url.variable,
        status: fault === undefined ? statusOf(run, command, done) : 'failed',
        ...(plan === undefined ? {} : { server: plan.server, from: plan.current }),
        ...(after === undefined ? {} : { to: after.current }),
        pending: (plan?.pending ?? []).map(revision => revision.id),
        applied: done.map(outcome => outcome.revision.id),
        unfinished: after?.unfinished ?? [],
        failed: outcomes.find(outcome => outcome.result === 'failed')?.revision.id ?? '',
        plan: plan?.fingerprint ?? '',
        ...(run.recent === undefined ? {} : { recent: run.recent }),
        ...(run.history === undefined ? {} : { history: run.history }),
        ...(run.sql === undefined ? {} : { sql: run.sql }),
        ...(run.located === undefined ? {} : { located: run.located }),
        ...(run.descent === undefined ? {} : { descent: run.descent }),
        outcomes: outcomes.map(one => (one.fault === undefined ? one : { ...one, fault: named(one.fault) })),
        ...(run.followed === undefined ? {} : { followUps: run.followed }),
        ...(run.checked === undefined ? {} : reportChecked(run.checked)),
        // A stamp settles them: what it could not settle is its fault.
        problems: stamp.stamped === undefined && stamp.wouldStamp === undefined ? problems : [],
        ...(fault === undefined ? {} : { fault: named(fault) }),
        ...stamp,
    };
}
function reportChecked({ findings, added, rehearsal, drifted, }) {
    return {
        findings,
        added,
        ...(rehearsal === undefined ? {} : { rehearsal }),
        ...(drifted === undefined ? {} : { drifted }),
    };
}
/** What a stamp did, or would do, and how the rows that it removed come back. */
function reportStamp({ stamped, wouldStamp, fault }, database) {
    if (stamped === undefined)
        return wouldStamp === undefined || fault !== undefined ? {} : { wouldStamp: bare(wouldStamp) };
    const { current, applied, revisions } = stamped.plan;
    const before = current[0] ?? '';
    const taken = stamped.removed.some(id => applied.includes(id)) && revisions.some(({ id }) => id === before);
    const named = database === undefined ? {} : { database };
    const when = 'it was at the right place before';
    const undo = taken ? [{ command: 'stamp', revision: before, ...named, when }] : [];
    return { stamped: bare(stamped), ...(undo.length === 0 ? {} : { next: undo }) };
}
function bare({ recorded, refreshed, removed, created }) {
    return { recorded, refreshed, removed, ...(created === true ? { created } : {}) };
}
/** `stamp` and `downgrade` are cures of problems, so only what they were refused for stands in their way. */
function findObstacleOf(run, command) {
    return command === 'stamp' || command === 'downgrade' ? undefined : (0,plan/* findObstacle */.R5)(run);
}
/** `upgrade` would be closed by what a plan only says. */
function stops(databases) {
    return databases.some(({ problems }) => problems.some(problem => !problem.allowed));
}
function isReading(command) {
    return command === 'plan' || command === 'current' || command === 'history';
}
function isWriting(command) {
    return command === 'upgrade' || command === 'downgrade' || command === 'stamp';
}
function statusOf(run, command, done) {
    // Nothing was asked of it: it is not known to be up to date.
    if (run.plan === undefined && run.checked === undefined)
        return 'skipped';
    if (command === 'check')
        return 'checked';
    if (command === 'stamp' && run.wouldStamp === undefined && run.stamped === undefined)
        return 'skipped';
    if (command === 'stamp' && run.stamped !== undefined)
        return 'stamped';
    if (command === 'upgrade' && done.length > 0)
        return 'upgraded';
    if (command === 'downgrade' && done.length > 0)
        return 'downgraded';
    if (command === 'downgrade' && run.descent === undefined)
        return 'skipped';
    const pending = (run.applied?.plan ?? run.plan)?.pending.length ?? 0;
    if (pending === 0)
        return 'up-to-date';
    return command === 'upgrade' ? 'skipped' : 'pending';
}
const badness = [
    'up-to-date',
    'detected',
    'checked',
    'stamped',
    'upgraded',
    'downgraded',
    'pending',
    'skipped',
    'failed',
];
function worst(command, databases) {
    if (command === 'detect')
        return 'detected';
    const statuses = databases.map(database => badness.indexOf(database.status));
    return badness[Math.max(0, ...statuses)] ?? 'failed';
}
/** A run that ended before it began: its inputs have faults. */
function failedReport(faults, at) {
    const input = {
        command: 'upgrade',
        changes: undefined,
        runs: [],
        notes: [],
        faults,
        skipped: false,
        dryRun: false,
        several: false,
    };
    return makeReport({ ...input, startedAt: at, endedAt: at });
}


/***/ }),

/***/ 7951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ revisionTable),
/* harmony export */   r: () => (/* binding */ signOf)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(977);
/* harmony import */ var _did_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4038);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6084);



const most = 50;
/**
 * The new revisions of a check, each with what was found, and what a rehearsal saw: how long it took, what it kept from
 * whom, whether its way down was verified. `nameOf` writes its name, as Markdown. Empty where nothing is new. Pure.
 */
function revisionTable(database, nameOf) {
    const { added = [], findings = [], rehearsal } = database;
    if (added.length === 0)
        return '';
    const tried = rehearsal !== undefined && rehearsal.revisions.length > 0;
    const rows = added.slice(0, most).map(id => {
        const own = findings.filter(finding => finding.revision === id);
        const rules = [...new Set(own.map(finding => `${signOf(finding)} \`${finding.rule}\``))];
        const found = rules.length === 0 ? 'nothing' : rules.join('<br>');
        const seen = tried ? rehearsedCells(rehearsal.revisions.find(one => one.id === id)) : '';
        return `| ${worstSign(own)} | ${nameOf(id)} | ${found} |${seen}`;
    });
    const [more, columns] = tried ? [' | | |', ' up | locks | down |'] : ['', ''];
    if (added.length > most)
        rows.push(`| | … ${added.length - most} more | |${more}`);
    const line = `| --- | --- | --- |${tried ? ' ---: | --- | --- |' : ''}`;
    return [`| | new revision | found |${columns}`, line, ...rows].join('\n');
}
/** The sign of a finding: that of its level, or that it was let through. */
function signOf({ level, allowed }) {
    if (allowed !== undefined)
        return '☑️';
    return level === 'error' ? '❌' : '⚠️';
}
function worstSign(own) {
    const open = own.filter(({ allowed }) => allowed === undefined);
    const worst = open.find(({ level }) => level === 'error') ?? open[0] ?? own[0];
    return worst === undefined ? '✅' : signOf(worst);
}
const ways = {
    verified: 'verified',
    failed: 'failed',
    differs: 'leaves something',
    none: 'not tried',
};
function rehearsedCells(revision) {
    if (revision === undefined)
        return ' not run | | |';
    const { up, down, durationMs, tables = [] } = revision;
    const locks = tables.slice(0, 5).map(sayTable);
    if (tables.length > 5)
        locks.push(`and ${tables.length - 5} more`);
    return ` ${up === 'failed' ? 'failed' : (0,_did_js__WEBPACK_IMPORTED_MODULE_0__/* .sayMs */ .W)(durationMs)} | ${locks.join('<br>')} | ${ways[down]} |`;
}
/** `orders: ACCESS EXCLUSIVE for 12 ms, written anew`. */
function sayTable({ table, lock, heldMs, rewritten, scanned }) {
    const held = heldMs === undefined ? '' : ` for ${(0,_did_js__WEBPACK_IMPORTED_MODULE_0__/* .sayMs */ .W)(heldMs)}`;
    const did = [
        ...(lock === undefined ? [] : [`${lock}${held}`]),
        ...(rewritten ? ['written anew'] : scanned ? ['read whole'] : []),
    ];
    return `${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(table, 80))}: ${did.join(', ')}`;
}


/***/ }),

/***/ 6021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SJ: () => (/* binding */ sqlLines),
/* harmony export */   SR: () => (/* binding */ sayUnknown),
/* harmony export */   uq: () => (/* binding */ descentLines),
/* harmony export */   wI: () => (/* binding */ sayDescent)
/* harmony export */ });
/* harmony import */ var _notes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1525);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(977);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3913);



/** The SQL of each revision below its name, what of it takes rows away, and what is not shown and why. Pure. */
function sqlLines(sql, revisions) {
    const lines = sql.revisions.flatMap(({ id, text, more, losses }) => {
        const revision = revisions.find(one => one.id === id) ?? { id, name: '', path: '' };
        return [
            (0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n)('strong', `   ${(0,_notes_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .Pf)(revision)}`),
            ...(text === '' ? ['There is no SQL in it.'] : text.split('\n')).map(each => (0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n)('dim', `      ${each}`)),
            ...(more === 0 ? [] : [(0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n)('dim', `      … ${sayMore(more, revision)}`)]),
            ...(losses.length === 0 ? [] : [(0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n)('warn', `   ⚠️  takes away: ${losses.join(', ')}`)]),
        ];
    });
    const unknown = sayUnknown(sql);
    return unknown === '' ? lines : [...lines, (0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n)('warn', `   ❔ ${unknown}`)];
}
/** `12 more lines, in migrations/0003_orders.sql`. */
function sayMore(more, { path }) {
    return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(more, 'more line')}${path === '' ? '' : `, in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(path)}`}`;
}
/** Why SQL is not shown; empty where all of it is. */
function sayUnknown({ revisions, why }) {
    const what = revisions.length === 0 ? 'The SQL' : 'The SQL of the rest';
    return why === undefined ? '' : `${what} is not known beforehand: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(why)}.`;
}
/** What a downgrade takes back, in one line. */
function sayDescent({ revisions, leaves }, dryRun) {
    if (revisions.length === 0)
        return 'there is nothing to take back';
    const verb = dryRun ? 'would take back' : 'takes back';
    const left = leaves.length === 0 ? 'no revision' : leaves.join(', ');
    const order = revisions.length === 1 ? '' : ', newest first';
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(`${verb} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(revisions.length, 'revision')}${order}, and leaves it at ${left}`);
}
/** What a downgrade takes back, with its SQL. Pure. */
function descentLines(descent, dryRun, database) {
    const { revisions, sql } = descent;
    const shown = new Set(sql.revisions.map(({ id }) => id));
    const bare = revisions.filter(({ id }) => !shown.has(id));
    return [
        (0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n)('strong', `⬇️  ${database}${sayDescent(descent, dryRun)}`),
        ...bare.map(revision => (0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n)('strong', `   ${(0,_notes_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .Pf)(revision)}`)),
        ...sqlLines(sql, revisions),
    ];
}


/***/ }),

/***/ 1657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  runGate: () => (/* reexport */ runGate),
  wireGate: () => (/* reexport */ wire/* wireGate */.N)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __nccwpck_require__(9078);
// EXTERNAL MODULE: ./build/event.js
var build_event = __nccwpck_require__(4860);
;// CONCATENATED MODULE: ./build/admission.js


const writing = ['upgrade', 'downgrade', 'stamp'];
const asking = ['upgrade', 'downgrade', 'stamp', 'plan', 'current', 'history', 'locate'];
/** Whether a command asks its databases, whatever changed. */
function asksDatabase(command) {
    return asking.includes(command);
}
/** Holds command, event and URLs against the table "When the gate is closed". Pure. */
function admit(settings, event) {
    const { command } = settings;
    const empty = asksDatabase(command)
        ? settings.databases.filter(database => database.url.value.trim() === '')
        : [];
    const stranger = event.fork || event.dependabot;
    if (empty.length > 0 && stranger && (0,build_event/* isPullRequest */.r0)(event.name)) {
        const who = event.dependabot ? 'from Dependabot' : originOf(event);
        return {
            kind: 'skip',
            why: `no database URL: ${event.name} ${who} gets no secrets, so nothing was asked of a database`,
        };
    }
    if (command === 'check' && event.name === 'pull_request_target')
        return { kind: 'refuse', faults: [(0,catalogue/* makeFault */.VI)('check-target', {})] };
    if (writing.includes(command)) {
        const foreignRun = event.name === 'workflow_run' && event.fork;
        const allowed = settings.allowPullRequest && !event.fork;
        if (foreignRun || ((0,build_event/* isPullRequest */.r0)(event.name) && !allowed)) {
            return {
                kind: 'refuse',
                faults: [
                    (0,catalogue/* makeFault */.VI)('event-writes', {
                        command,
                        event: event.name,
                        stranger: event.fork ? originOf(event) : '',
                    }),
                ],
            };
        }
    }
    if (empty.length > 0)
        return { kind: 'refuse', faults: empty.map(database => emptyUrl(database, settings.several)) };
    return { kind: 'run' };
}
function originOf(event) {
    return event.originUnknown ? 'whose origin cannot be read' : 'from a fork';
}
function emptyUrl(database, several) {
    return (0,catalogue/* makeFault */.VI)('url-empty', { source: database.url.source, database: several ? database.name : '' });
}

// EXTERNAL MODULE: ./build/after/plan.js
var after_plan = __nccwpck_require__(5378);
// EXTERNAL MODULE: ./build/faults.js
var build_faults = __nccwpck_require__(6683);
// EXTERNAL MODULE: ./build/plan.js
var build_plan = __nccwpck_require__(1781);
;// CONCATENATED MODULE: ./build/apply.js




/**
 * Stage 4 of `upgrade`: the databases in their order, each with what follows its revisions, until one fails. Where
 * anything is in the way of any of them, none is changed.
 */
async function applyPlans(runs, following, reporter, signal) {
    for (const run of runs) {
        const disapproval = run.plan && (0,after_plan/* findDisapproval */.j)(run.plan, run.settings.approvedPlan);
        if (disapproval !== undefined)
            run.fault ??= disapproval;
    }
    if (runs.some(run => (0,build_plan/* findObstacle */.R5)(run) !== undefined))
        return;
    for (const run of runs) {
        const { engine, plan } = run;
        if (engine === undefined || plan === undefined)
            continue;
        if (plan.pending.length === 0 && !(0,build_plan/* hasFollowUps */.iG)(run))
            continue;
        try {
            const applied = await engine.apply(observe(run, reporter), signal, judgeOf(run));
            run.applied = { ...applied, plan: (0,after_plan/* withFollowUps */.O)(applied.plan, run.followUps) };
            const database = run.settings.name;
            for (const text of [...sayMeanwhile(plan, applied.plan), ...(applied.remarks ?? [])])
                reporter({ kind: 'note', note: { kind: 'warning', text, database } });
            if (applied.fault !== undefined)
                return;
            const followed = (0,build_plan/* hasFollowUps */.iG)(run) ? await following.run(run, engine, run.applied, signal) : undefined;
            if (followed === undefined && applied.after === undefined) {
                run.fault = (0,catalogue/* makeFault */.VI)('stand-unread', {}, { next: [{ command: 'current' }] });
                return;
            }
            if (followed === undefined)
                continue;
            run.followed = followed.followUps;
            if (followed.stand !== undefined)
                run.applied = { ...run.applied, after: followed.stand };
            if (followed.fault === undefined)
                continue;
            run.fault = followed.fault;
            return;
        }
        catch (error) {
            run.fault = offerWait((0,build_faults/* asFault */.P)(error), run.settings.waitMs);
            return;
        }
    }
}
const longWaitMs = 30 * 60_000;
/** Whom another run kept waiting may wait longer. */
function offerWait(fault, waitMs) {
    if (fault.id !== 'lock-wait')
        return fault;
    const longer = waitMs < longWaitMs ? { with: { wait: '30m' } } : {};
    return { ...fault, next: [{ command: 'upgrade', ...longer }] };
}
/** What was said to apply now and is applied already: another run had the lock before this one. */
function sayMeanwhile(before, now) {
    const done = before.pending.filter(({ id }) => now.applied.includes(id)).map(({ id }) => id);
    if (done.length === 0)
        return [];
    const which = done.length <= 5 ? done.join(', ') : `${done.length} revisions`;
    return [`Another run has applied ${which} while this one waited for the lock.`];
}
/** Asked under the lock: until then another run may have changed what there is to do. */
function judgeOf({ followUps, settings }) {
    return plan => (0,after_plan/* findDisapproval */.j)((0,after_plan/* withFollowUps */.O)(plan, followUps), settings.approvedPlan);
}
/** What an engine tells, as events of the run. */
function observe(run, reporter) {
    const database = run.settings.name;
    return {
        waiting: (holder, elapsedMs) => reporter({ kind: 'waiting', database, holder, elapsedMs }),
        working: (pid, startedAt) => reporter({ kind: 'working', database, pid, startedAt }),
        started: (revision, index, total) => reporter({ kind: 'started', database, revision, index, total }),
        running: (revision, statement, elapsedMs, blocked) => reporter({ kind: 'running', database, revision, statement, elapsedMs, blocked }),
        retrying: (revision, retry) => reporter({ kind: 'retrying', database, revision, retry }),
        notice: (severity, message) => reporter({ kind: 'notice', database, severity, message }),
        ended: outcome => reporter({ kind: 'ended', database, outcome }),
    };
}

// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(977);
// EXTERNAL MODULE: ./build/changes/places.js
var places = __nccwpck_require__(3892);
;// CONCATENATED MODULE: ./build/changes/inspect.js


/** Statuses that a comparison can find; a rename is an addition and a deletion, here as in paths-filter. */
const found = ['added', 'deleted', 'modified', 'type-changed', 'unmerged'];
const neverFound = ['renamed', 'copied'];
/** Warnings of one run at most. */
const most = 10;
/**
 * What is most likely not meant in filters that a person wrote, each with the pattern that is. Pure. They keep their
 * meaning: these are warnings.
 */
function inspectFilters(filters, quantifier, known, compile) {
    const written = filters.filter(filter => filter.source !== undefined);
    const paths = lookAt(written, known, compile);
    const warnings = written.flatMap(filter => inspectFilter(filter, filter.quantifier ?? quantifier, paths));
    const unique = [...new Set(warnings)];
    if (unique.length <= most)
        return unique;
    return [...unique.slice(0, most), `… and ${unique.length - most} more warnings about filters.`];
}
function inspectFilter(filter, quantifier, paths) {
    const about = `The filter "${(0,build_text/* oneLine */.TN)(filter.name, 80)}" (${(0,build_text/* oneLine */.TN)(filter.source ?? '', 80)})`;
    if (filter.rules.length === 0) {
        const how = quantifier === 'every' ? 'matches every file' : 'never matches';
        return [`${about} has no pattern and ${how}.`];
    }
    const says = [
        ...filter.rules.flatMap(rule => inspectStatuses(rule)),
        ...inspectNegations(filter, quantifier),
        ...filter.rules.flatMap(rule => rule.matchers.flatMap((matcher, index) => inspectPattern(rule.patterns[index] ?? '', matcher, paths))),
    ];
    return says.map(text => `${about}: ${text}`);
}
function inspectStatuses(rule) {
    if (rule.statuses?.length === 0)
        return ['a rule names no status, and never matches.'];
    return (rule.statuses ?? []).flatMap(status => {
        if (found.includes(status))
            return [];
        if (neverFound.includes(status))
            return [`the status \`${status}\` never occurs: a rename is \`added|deleted\`.`];
        const meant = found.find(one => one.slice(0, 3) === status.slice(0, 3));
        const cure = meant === undefined ? `the statuses are ${found.join(', ')}` : `write \`${meant}\``;
        return [`\`${(0,build_text/* oneLine */.TN)(status, 40)}\` is no status, and the rule never matches; ${cure}.`];
    });
}
/** The trap of paths-filter: a `!` is a rule of its own, which every other file satisfies. */
function inspectNegations({ rules }, quantifier) {
    const all = rules.flatMap(rule => rule.matchers.map((matcher, index) => [rule.patterns[index] ?? '', matcher]));
    const [negation] = all.find(([, matcher]) => matcher.negated) ?? [];
    if (negation === undefined || quantifier === 'every')
        return [];
    const shown = `\`${(0,build_text/* oneLine */.TN)(negation, 80)}\``;
    if (quantifier === 'gitignore') {
        return all.every(([, { negated }]) => negated)
            ? [`it only excludes, and never matches; begin with \`**\`, then ${shown}.`]
            : [];
    }
    if (all.length === 1)
        return [];
    return [
        `${shown} is a rule of its own and matches every other file; with \`predicate-quantifier: gitignore\` it excludes.`,
    ];
}
function inspectPattern(pattern, matcher, paths) {
    const shown = `\`${(0,build_text/* oneLine */.TN)(pattern, 80)}\``;
    const set = /(?:^|[^\\])\[!([^\]]*)\]/.exec(pattern)?.[1];
    if (set !== undefined)
        return [
            `in ${shown} the \`!\` is a character; what is not in the set is \`${(0,build_text/* oneLine */.TN)(pattern.replace('[!', '[^'), 80)}\`.`,
        ];
    if (!paths.unmatched.has(matcher))
        return [];
    const meant = paths.meant.get(pattern);
    if (meant !== undefined)
        return [`${shown} matches no file; write \`${(0,build_text/* oneLine */.TN)(meant, 80)}\`.`];
    if (pattern.endsWith('/'))
        return [`${shown} matches no file; write \`${(0,build_text/* oneLine */.TN)(`${pattern}**`, 80)}\`.`];
    return paths.complete ? [`${shown} matches no tracked file.`] : [];
}
/** What a person may have meant by a pattern that matches nothing, the likeliest first. */
function corrections(pattern) {
    const slashes = pattern
        .replaceAll('\\', '/')
        .replace(/^(?:\.{0,2}\/)+/, '')
        .replace(/\/{2,}/g, '/');
    const bare = slashes.replace(/\/+$/, '');
    const literal = bare.replace(/[[\]()]/g, '\\$&');
    return [slashes, literal, `${bare}/**`, `**/${slashes}`, `**/${bare}/**`].filter(one => one !== pattern);
}
/** A correction of ours may be more than can be matched, where what a person wrote is not. */
function compilable(patterns, compile) {
    return patterns.filter(pattern => {
        try {
            return compile(pattern) !== undefined;
        }
        catch {
            return false;
        }
    });
}
function lookAt(filters, { changes, tracked }, compile) {
    const gone = changes.filter(change => tracked === undefined || change.status === 'deleted');
    const paths = gone.map(change => change.path).concat(tracked ?? []);
    const rules = filters.flatMap(filter => filter.rules);
    const unmatched = findUnmatched(rules.flatMap(rule => rule.matchers).filter(({ negated }) => !negated), paths);
    const patterns = rules.flatMap(rule => rule.patterns.filter((_, index) => unmatched.has(rule.matchers[index])));
    // More warnings are not shown.
    const tries = [...new Set(patterns)]
        .slice(0, most)
        .map(pattern => [pattern, compilable(corrections(pattern), compile)]);
    const wrong = findUnmatched(tries.flatMap(([, all]) => all.map(compile)), paths);
    const meant = tries.map(([pattern, all]) => [pattern, all.find(one => !wrong.has(compile(one)))]);
    return {
        complete: tracked !== undefined,
        unmatched,
        meant: new Map(meant.flatMap(([pattern, one]) => (one === undefined ? [] : [[pattern, one]]))),
    };
}
function findUnmatched(matchers, paths) {
    const unmatched = new Set(matchers);
    if (unmatched.size === 0)
        return unmatched;
    const byPlace = new Map();
    for (const matcher of unmatched)
        for (const place of matcher.places)
            byPlace.set(place, (byPlace.get(place) ?? new Set()).add(matcher));
    const find = (0,places/* findByPlace */.C)(byPlace);
    for (const path of paths) {
        if (unmatched.size === 0)
            break;
        for (const candidates of find(path)) {
            if (candidates.size === 0)
                continue;
            for (const matcher of candidates) {
                if (unmatched.has(matcher) && !matcher.holds(path))
                    continue;
                unmatched.delete(matcher);
                candidates.delete(matcher);
            }
        }
    }
    return unmatched;
}

;// CONCATENATED MODULE: ./build/changes/match.js

/**
 * Which changes each filter matches, in the order of both. `some`: any rule; `every`: all of its rules; `gitignore`:
 * the last rule that speaks of the file, where a `!` takes it out. Pure.
 */
function matchFilters(filters, changes, quantifier) {
    const matches = filters.map((filter) => ({ name: filter.name, changes: [] }));
    const index = new Map();
    filters.forEach((filter, position) => {
        const found = matches[position];
        const kind = filter.quantifier ?? quantifier;
        const negates = filter.rules.some(rule => rule.matchers.some(({ negated }) => negated));
        if (kind === 'some' && !negates)
            addToIndex(index, filter, found);
        else
            found.changes = changes.filter(change => matchesFilter(filter, change, kind));
    });
    if (index.size > 0) {
        const find = (0,places/* findByPlace */.C)(index);
        for (const change of changes)
            collect(find(change.path), change);
    }
    return matches;
}
/** Whether one filter matches one change. */
function matchesFilter({ rules }, change, quantifier) {
    if (quantifier === 'gitignore')
        return isIncluded(rules, change);
    const matches = (rule) => hasStatus(rule.statuses, change.status) &&
        rule.matchers.some(matcher => matcher.holds(change.path) !== matcher.negated);
    return quantifier === 'every' ? rules.every(matches) : rules.some(matches);
}
function isIncluded(rules, { path, status }) {
    const spoken = rules.filter(rule => hasStatus(rule.statuses, status)).flatMap(rule => rule.matchers);
    return spoken.filter(matcher => matcher.holds(path)).at(-1)?.negated === false;
}
/** A file that became a symlink or a submodule is modified, too: who asks for `modified` must not miss it. */
function hasStatus(statuses, status) {
    if (statuses === undefined || statuses.includes(status))
        return true;
    return status === 'type-changed' && statuses.includes('modified');
}
function addToIndex(index, filter, found) {
    for (const { statuses, matchers } of filter.rules) {
        for (const matcher of matchers) {
            for (const place of matcher.places) {
                const there = index.get(place);
                if (there === undefined)
                    index.set(place, [{ matcher, statuses, found }]);
                else
                    there.push({ matcher, statuses, found });
            }
        }
    }
}
/** Adds a change to every filter that it matches, once. */
function collect(candidates, change) {
    for (const entries of candidates) {
        for (const { matcher, statuses, found } of entries) {
            if (found.changes.at(-1) === change || !hasStatus(statuses, change.status))
                continue;
            if (matcher.holds(change.path))
                found.changes.push(change);
        }
    }
}

// EXTERNAL MODULE: ./build/changes/matcher.js + 2 modules
var matcher = __nccwpck_require__(6512);
;// CONCATENATED MODULE: ./build/changes/changes.js



/** The first stage: what changed, and which filters that touches. Unknown counts as changed. Never throws. */
async function readChanges(source, filters, event, detection) {
    const written = filters.some(filter => filter.source !== undefined);
    const [changeSet, tracked] = await Promise.all([
        source.list(event, detection),
        written ? source.tracked?.() : undefined,
    ]);
    const matches = matchFilters(filters, changeSet.known ? changeSet.changes : [], detection.quantifier);
    const matched = matches
        .filter(match => !changeSet.known || match.changes.length > 0)
        .map(match => match.name);
    const known = { changes: changeSet.known ? changeSet.changes : [], tracked };
    const warnings = written
        ? inspectFilters(filters, detection.quantifier, known, await (0,matcher/* matcherCompiler */.K)())
        : [];
    return { changeSet, matches, matched, changed: !changeSet.known || matched.length > 0, warnings };
}

// EXTERNAL MODULE: ./build/changes/filter.js + 1 modules
var filter = __nccwpck_require__(9517);
;// CONCATENATED MODULE: ./build/check/closing.js
/** What closes the gate: the first finding that nobody lets through, an error or, if asked for, a warning. */
function findClosing(findings, failOn) {
    const open = findings.filter(finding => finding.allowed === undefined);
    const worst = open.find(finding => finding.level === 'error');
    return (worst ?? (failOn === 'warning' ? open[0] : undefined))?.fault;
}

;// CONCATENATED MODULE: ./build/stamp.js



/** Stage 4 of `stamp`: what it would do to each database is known and agreed before any is written. */
async function stampDatabases(runs, order, reporter, signal) {
    for (const run of runs) {
        if (!(await attempt(run, () => preview(run, order))))
            return;
    }
    if (order.dryRun)
        return;
    for (const run of runs) {
        if (!(await attempt(run, () => write(run, order, reporter, signal))))
            return;
    }
}
async function preview(run, { revision, dryRun, agree }) {
    run.wouldStamp = await run.engine?.previewStamp?.(revision);
    if (run.wouldStamp === undefined && dryRun) {
        const what = `\`stamp --dry-run\` with the engine \`${run.engineName}\``;
        throw (0,catalogue/* gateError */.em)('not-built', { what, built: '`plan`, which writes nothing either' });
    }
    const { applied = [], current = [] } = run.plan ?? {};
    // What a run left half done was never a part of what the history says; a row without a file is.
    const removed = (run.wouldStamp?.removed ?? []).filter(id => applied.includes(id) || current.includes(id));
    if (dryRun || agree === undefined || removed.length === 0)
        return;
    const { database = '', host = '' } = run.plan?.server ?? {};
    const why = await agree({ ids: removed, database, host });
    if (why !== 'yes')
        throw (0,catalogue/* gateError */.em)('stamp-removes', { ids: removed.join(', '), database, host, why });
}
async function write(run, { revision, agree }, reporter, signal) {
    const agreed = agree === undefined ? undefined : run.wouldStamp?.removed;
    run.stamped = await run.engine?.stamp(revision, observe(run, reporter), signal, agreed);
}
/** Does a part of the work on one database; false when it failed, or had before. */
async function attempt(run, work) {
    if (run.fault !== undefined || run.engine === undefined)
        return false;
    try {
        await work();
        return true;
    }
    catch (error) {
        run.fault = (0,build_faults/* asFault */.P)(error);
        return false;
    }
}

;// CONCATENATED MODULE: ./build/downgrade.js



/**
 * Stage 4 of `downgrade`: what it takes back in each database, and what goes with it, is said and agreed before any is
 * changed.
 */
async function downgradeDatabases(runs, order, reporter, signal) {
    for (const run of runs) {
        if (!(await attempt(run, () => downgrade_preview(run, order, reporter, signal))))
            return;
    }
    if (order.dryRun)
        return;
    for (const run of runs) {
        if (run.descent?.revisions.length === 0)
            continue;
        if (!(await attempt(run, () => takeBack(run, order, reporter, signal))))
            return;
        if (run.applied?.fault !== undefined)
            return;
    }
}
async function downgrade_preview(run, { revision, dryRun, agree }, reporter, signal) {
    const descent = await run.engine?.previewDowngrade?.(revision, signal);
    if (descent === undefined) {
        const what = `\`downgrade\` with the engine \`${run.engineName}\``;
        throw (0,catalogue/* gateError */.em)('not-built', { what, built: '`downgrade` with the engines `sql` and `alembic`' });
    }
    run.descent = descent;
    reporter({ kind: 'descent', database: run.settings.name, descent, dryRun });
    if (dryRun || agree === undefined || descent.revisions.length === 0)
        return;
    const { database = '', host = '' } = run.plan?.server ?? {};
    const ids = descent.revisions.map(({ id }) => id);
    const losses = descent.sql.revisions.flatMap(one => one.losses);
    const why = await agree({ ids, database, host, losses });
    if (why === 'yes')
        return;
    throw (0,catalogue/* gateError */.em)('downgrade-asks', { ids: ids.join(', '), database, host, losses: losses.slice(0, 20), why });
}
async function takeBack(run, { revision, agree }, reporter, signal) {
    const agreed = agree === undefined ? undefined : run.descent?.revisions.map(({ id }) => id);
    const database = run.settings.name;
    const observer = {
        ...observe(run, reporter),
        started: (revision, index, total) => reporter({ kind: 'started', database, revision, index, total, down: true }),
    };
    const applied = await run.engine?.downgrade?.(revision, observer, signal, agreed);
    if (applied === undefined)
        return;
    run.applied = applied;
    const { outcomes, remarks = [] } = applied;
    const gone = outcomes.filter(({ result }) => result === 'downgraded').map(one => one.revision.id);
    const warnings = gone.length === 0 ? remarks : [...remarks, sayAgain(gone)];
    for (const text of warnings)
        reporter({ kind: 'note', note: { kind: 'warning', text, database } });
}
/** The files are still there: whoever deploys next applies them once more. */
function sayAgain(gone) {
    const which = gone.length <= 5 ? [...gone].reverse().join(', ') : `all ${gone.length} of them`;
    return `The next upgrade runs ${which} again: mend or remove ${gone.length === 1 ? 'its file' : 'their files'} before you deploy.`;
}

;// CONCATENATED MODULE: ./build/history.js

/** What `history` says beyond a plan: every revision, and how it stands. Takes no lock and writes nothing. */
async function readHistories(runs, reporter) {
    for (const run of runs) {
        if (run.fault !== undefined || run.plan === undefined)
            continue;
        try {
            const lines = await run.engine?.readHistory?.();
            if (lines === undefined)
                continue;
            run.history = lines;
            reporter({ kind: 'history', database: run.settings.name, lines });
        }
        catch (error) {
            run.fault = (0,build_faults/* asFault */.P)(error);
        }
    }
}

;// CONCATENATED MODULE: ./build/locate.js

/** What `locate` says beyond a plan: which revision the schema really is. Writes nothing. */
async function locateDatabases(runs, locate, reporter) {
    for (const run of runs) {
        if (run.fault !== undefined || run.plan === undefined || run.engine === undefined)
            continue;
        try {
            const { located, fault } = await locate(run);
            run.located = located;
            if (fault !== undefined)
                run.fault = fault;
            reporter({ kind: 'located', database: run.settings.name, located });
        }
        catch (error) {
            run.fault = (0,build_faults/* asFault */.P)(error);
        }
    }
}

// EXTERNAL MODULE: ./build/notes.js
var build_notes = __nccwpck_require__(1525);
;// CONCATENATED MODULE: ./build/recent.js

/** How far back `current` looks. */
const recent_most = 5;
/** What `current` says beyond a plan: which revisions came last, when, by whom and from which commit. */
async function readRecentRows(runs, reporter) {
    for (const run of runs) {
        if (run.fault !== undefined || run.plan === undefined)
            continue;
        try {
            const rows = await run.engine?.recent?.(recent_most);
            if (rows === undefined)
                continue;
            run.recent = rows;
            reporter({ kind: 'recent', database: run.settings.name, rows });
        }
        catch (error) {
            run.fault = (0,build_faults/* asFault */.P)(error);
        }
    }
}

// EXTERNAL MODULE: ./build/report/report.js + 2 modules
var report_report = __nccwpck_require__(4243);
// EXTERNAL MODULE: ./build/settings/settings.js
var settings_settings = __nccwpck_require__(4663);
;// CONCATENATED MODULE: ./build/show-sql.js

/** What `plan` says beyond the list: the SQL of what is pending. Where nothing is, nothing is started for it. */
async function showPendingSql(runs, reporter, signal) {
    for (const run of runs) {
        if (run.fault !== undefined || run.plan === undefined || run.plan.pending.length === 0)
            continue;
        try {
            const sql = await run.engine?.showSql?.(signal);
            if (sql === undefined)
                continue;
            run.sql = sql;
            reporter({ kind: 'sql', database: run.settings.name, sql, revisions: run.plan.pending });
        }
        catch (error) {
            run.fault = (0,build_faults/* asFault */.P)(error);
        }
    }
}

;// CONCATENATED MODULE: ./build/gate.js
















/** Name of the filter of a project without filters: what relay called it. */
const engineFilterName = 'migrations';
/**
 * The stages, in their order. Never throws: every failure ends up in the report, and the door makes exit codes and
 * outputs of it.
 */
async function runGate(settings, event, ports, signal) {
    const startedAt = ports.now();
    const { command } = settings;
    const notes = [];
    const faults = [];
    const reporter = happened => {
        if (happened.kind === 'note')
            notes.push(happened.note);
        ports.reporter(happened);
    };
    const runs = settings.databases.map(database => ({ settings: database, engineName: '' }));
    const choices = new Map();
    const openEngine = (run) => ports.openEngine(run, choices.get(run));
    let changes;
    let closing = Promise.resolve();
    const admission = admit(settings, event);
    try {
        if (admission.kind === 'refuse')
            faults.push(...admission.faults);
        else {
            const needsEngines = command !== 'detect' || settings.detection.filters === undefined;
            if (needsEngines && admission.kind === 'run')
                chooseEngines(runs, choices, ports);
            reporter({ kind: 'stage', stage: 'changes' });
            const filters = await filtersOf(settings, runs, choices, ports);
            const detection = await detectionOf(settings, event, ports);
            if (admission.kind === 'run' && asksDatabase(command))
                await (0,build_plan/* beginToConnect */.v4)(runs, openEngine);
            changes = await readChanges(ports.changes, filters, event, detection);
            reporter({ kind: 'changes', changes });
            reporter({ kind: 'stage', stage: 'notes' });
            for (const note of (0,build_notes/* noteChanges */.Kd)(changes.changeSet, changes.matches, changes.warnings))
                reporter({ kind: 'note', note });
            if (admission.kind === 'skip')
                reporter({ kind: 'note', note: { kind: 'skipped', text: admission.why } });
            else if (command === 'check')
                await checkDatabases(settings, runs, choices, changes, detection, ports, reporter);
            else if (command !== 'detect')
                await planAndApply(settings, runs, choices, openEngine, changes, ports, reporter, signal);
            else
                faults.push(...runs.flatMap(run => run.fault ?? []));
        }
    }
    catch (error) {
        faults.push(...(0,build_faults/* asFaults */.K)(error));
    }
    finally {
        // The report is made while the server takes its leave.
        closing = Promise.all([...runs.map(run => run.engine?.close()), ports.endChecks()]);
    }
    reporter({ kind: 'stage', stage: 'report' });
    const skipped = admission.kind === 'skip';
    const report = (0,report_report/* makeReport */.d)({
        command,
        changes,
        runs,
        event,
        notes,
        faults,
        skipped,
        dryRun: settings.dryRun,
        several: settings.several,
        startedAt,
        endedAt: ports.now(),
    });
    for (const happened of faultEvents(report))
        reporter(happened);
    reporter({ kind: 'report', report });
    await closing;
    return report;
}
/** A person’s `check` is about all that their branch adds, not about its last commit. */
async function detectionOf({ command, detection }, event, ports) {
    if (command !== 'check' || event.name !== '' || detection.base !== undefined)
        return detection;
    const base = await ports.findMainBranch();
    return base === undefined ? detection : { ...detection, base };
}
async function checkDatabases(settings, runs, choices, { changeSet }, detection, ports, reporter) {
    reporter({ kind: 'stage', stage: 'check' });
    const sides = await ports.openSides(detection);
    for (const note of (0,build_notes/* noteSides */.xr)(sides, changeSet))
        reporter({ kind: 'note', note });
    const said = new Set();
    for (const run of runs) {
        const choice = choices.get(run);
        if (choice === undefined)
            continue;
        try {
            run.checked = await ports.checkHistory(run, choice, sides);
            for (const text of run.checked.notes) {
                // What all databases have in common is said once.
                if (!said.has(text))
                    reporter({ kind: 'note', note: { kind: 'warning', text } });
                said.add(text);
            }
            const fault = run.checked.fault ?? findClosing(run.checked.findings, settings.failOn);
            if (fault !== undefined)
                run.fault = fault;
        }
        catch (error) {
            run.fault = (0,build_faults/* asFault */.P)(error);
        }
    }
    for (const note of (0,build_notes/* noteUntried */.YI)(ports.untried, runs))
        reporter({ kind: 'note', note });
}
async function planAndApply(settings, runs, choices, openEngine, changes, ports, reporter, signal) {
    reporter({ kind: 'stage', stage: 'plan' });
    await (0,build_plan/* makePlans */.$L)(runs, openEngine, ports.following.read, changes, settings.command, reporter);
    if (settings.command === 'plan')
        return showPendingSql(runs, reporter, signal);
    if (settings.command === 'current')
        return readRecentRows(runs, reporter);
    if (settings.command === 'history')
        return readHistories(runs, reporter);
    if (settings.command === 'locate')
        return locateDatabases(runs, run => ports.locate(run, choices.get(run)), reporter);
    reporter({ kind: 'stage', stage: 'apply' });
    if (settings.command === 'stamp' || settings.command === 'downgrade') {
        const { command, revision, dryRun } = settings;
        const work = command === 'stamp' ? stampDatabases : downgradeDatabases;
        await work(runs, { revision, dryRun, agree: ports.agree }, reporter, signal);
    }
    else
        await applyPlans(runs, ports.following, reporter, signal);
}
function chooseEngines(runs, choices, ports) {
    for (const run of runs) {
        try {
            const choice = ports.chooseEngine(run);
            run.engineName = choice.engine;
            choices.set(run, choice);
        }
        catch (error) {
            run.fault = (0,build_faults/* asFault */.P)(error);
        }
    }
}
/** The filters input; else one per database: its `paths`, or what its engine reads. */
async function filtersOf(settings, runs, choices, ports) {
    const { filters, filtersSource } = settings.detection;
    if (filters !== undefined)
        return (0,filter/* readFilters */.M1)(filters, filtersSource);
    const each = runs.map(async (run) => {
        const { name, paths } = run.settings;
        const filterName = name === settings_settings/* onlyDatabase */.Wj && !settings.several ? engineFilterName : name;
        if (paths !== undefined)
            return (0,filter/* pathsFilter */.jt)(filterName, paths, `the paths of ${name}`);
        const choice = choices.get(run);
        return choice === undefined ? [] : [(0,filter/* engineFilter */.XT)(filterName, ...(await ports.readPaths(run, choice)))];
    });
    return (await Promise.all(each)).flat();
}
/** Every fault and problem once, those in the way last: the last thing said is what closed the gate. */
function faultEvents(report) {
    const events = [];
    for (const { name: database, problems, findings = [], fault } of report.databases) {
        for (const finding of findings)
            if (finding.fault !== fault)
                events.push({ kind: 'finding', database, finding });
        for (const problem of problems) {
            if (problem.fault !== fault)
                events.push({ kind: 'fault', database, fault: problem.fault, allowed: problem.allowed });
        }
        if (fault !== undefined)
            events.push({ kind: 'fault', database, fault, allowed: false });
    }
    return [
        ...events,
        ...report.faults.map((fault) => ({ kind: 'fault', database: '', fault, allowed: false })),
    ];
}

// EXTERNAL MODULE: ./build/wire.js + 7 modules
var wire = __nccwpck_require__(9870);
;// CONCATENATED MODULE: ./build/run-gate.js
/** The run itself, apart from the doors: what is refused at a door, or has nothing to do, does not load it. */




/***/ }),

/***/ 5104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ builtEngines)
/* harmony export */ });
/** Engines of this version; the others are in the contract and come later. */
const builtEngines = ['auto', 'sql', 'alembic'];


/***/ }),

/***/ 3660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readConfig)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9078);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9473);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(977);



/** Characters. Of many more keys the reader of YAML takes minutes. */
const longest = 256 * 1024;
/** Reads the config file. Throws GateError with every fault, each with its line and column. */
async function readConfig(text, path) {
    const { LineCounter, parseDocument } = await __nccwpck_require__.e(/* import() */ 815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
    const { Validator } = await __nccwpck_require__.e(/* import() */ 94).then(__nccwpck_require__.bind(__nccwpck_require__, 4094));
    const { configSchema } = await __nccwpck_require__.e(/* import() */ 922).then(__nccwpck_require__.bind(__nccwpck_require__, 4922));
    if (text.length > longest) {
        const reason = `is longer than ${longest / 1024} KiB`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .u((0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('config-shape', { path, at: '', reason }, { place: { path } }), []);
    }
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
    const placed = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { place: { path, line: Math.max(line, 1), column: Math.max(col, 1) } };
    };
    throwAll(document.errors.map(error => {
        const reason = `is not YAML: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(error.message.split('\n')[0] ?? '', 120)}`;
        return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('config-shape', { path, at: '', reason }, placed(error.pos[0]));
    }));
    const value = toPlain(document);
    const { errors } = new Validator(configSchema, '2020-12', false).validate(value);
    const found = findFaults(errors, configSchema).map(finding => ({
        ...finding,
        offset: offsetOf(document, finding.trail),
    }));
    throwAll(
    // In the order of the file: the validator goes by keyword.
    found
        .sort((a, b) => a.offset - b.offset)
        .map(({ trail, reason, offset }) => {
        const at = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .showInput */ .CM)(trail.join('.'), 120);
        return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('config-shape', { path, at, reason }, placed(offset));
    }));
    return value;
}
/** Keywords that only repeat what one below them has said. */
const containers = new Set(['properties', 'additionalProperties', 'items', 'propertyNames', '$ref']);
/** One sentence per fault: the innermost ones, in the schema's words where it has some. */
function findFaults(units, schema) {
    const found = units.flatMap(({ keyword, instanceLocation, keywordLocation }) => {
        const trail = readPointer(instanceLocation);
        if (keyword === 'false')
            return [{ trail, reason: 'is not known here' }];
        if (containers.has(keyword))
            return [];
        const holder = readPointer(keywordLocation).slice(0, -1);
        return [{ trail, reason: sayAt(schema, holder) ?? 'is not of the right form' }];
    });
    const keys = new Set();
    return found.filter(({ trail, reason }) => {
        const key = JSON.stringify([trail, reason]);
        return keys.has(key) ? false : keys.add(key);
    });
}
function sayAt(schema, trail) {
    let node = schema;
    for (const step of trail)
        node = node?.[step];
    const says = node?.says;
    return typeof says === 'string' ? says : undefined;
}
function readPointer(pointer) {
    const steps = pointer.replace(/^#\/?/, '').split('/');
    return steps
        .filter(step => step !== '')
        .map(step => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}
function throwAll(faults) {
    const [first, ...others] = faults;
    if (first !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .u(first, others);
}
/** Aliases are bounded, so that a few lines cannot unfold into gigabytes. */
function toPlain(document) {
    try {
        return document.toJS({ maxAliasCount: 100 });
    }
    catch {
        return null;
    }
}
/** Where the key at the end of the trail stands; else its nearest parent. */
function offsetOf(document, trail) {
    let node = document.contents;
    let offset = node?.range?.[0] ?? 0;
    for (const step of trail) {
        const items = node?.items ?? [];
        const found = items.find(item => String(item.key?.value) === step) ??
            (/^\d+$/.test(step) ? items[Number(step)] : undefined);
        if (found === undefined)
            break;
        offset = found.key?.range?.[0] ?? found.range?.[0] ?? offset;
        node = found.key === undefined ? found : found.value;
    }
    return offset;
}


/***/ }),

/***/ 4830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readDuration),
/* harmony export */   r: () => (/* binding */ durationForm)
/* harmony export */ });
const factors = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
/** What a duration may look like, for messages. */
const durationForm = 'a duration such as 500ms, 5s, 10m or 1h';
/** `500ms`, `5s`, `10m`, `1h` or `0` in milliseconds; undefined for anything else and for more than 24 days. */
function readDuration(text) {
    if (/^0+$/.test(text))
        return 0;
    const found = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h)$/.exec(text.trim());
    if (found === null)
        return undefined;
    const ms = Math.round(Number(found[1]) * (factors[found[2] ?? ''] ?? 0));
    return ms <= 2_147_483_647 ? ms : undefined;
}


/***/ }),

/***/ 7392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ placesOf),
/* harmony export */   q: () => (/* binding */ findFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2554);


/** Config and filters are looked up in the working directory, then at the repository root. */
function findFile(path, workingDirectory, disk) {
    const looked = placesOf(path, workingDirectory);
    for (const candidate of looked) {
        const read = disk.readBytes(candidate);
        if (!read.ok && read.absent)
            continue;
        if (!read.ok)
            return { looked: [candidate], reason: read.reason };
        const text = (0,_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeText */ .g7)(read.value);
        return text.ok ? { path: candidate, text: text.text } : { looked: [candidate], reason: text.reason };
    }
    return { looked };
}
/** Where `findFile` looks, in its order. */
function placesOf(path, workingDirectory) {
    return [...new Set([node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(workingDirectory, path), node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path)])];
}


/***/ }),

/***/ 2451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ inputDefaults),
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __nccwpck_require__(9078);
// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(977);
// EXTERNAL MODULE: ./build/settings/duration.js
var duration = __nccwpck_require__(4830);
;// CONCATENATED MODULE: ./build/settings/nearest.js
/** The word that was most likely meant: one slip away, or two in a longer word; undefined when none is near. Pure. */
function nearestOf(given, words) {
    const typed = given.toLowerCase();
    const most = typed.length > 4 ? 2 : 1;
    return words
        .map(word => ({ word, far: slips(typed, word) }))
        .filter(one => one.far <= most)
        .sort((a, b) => a.far - b.far)[0]?.word;
}
/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function slips(a, b) {
    if (Math.abs(a.length - b.length) > 2)
        return 3;
    const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
    const at = (row, column) => rows[row]?.[column] ?? 0;
    for (let i = 1; i <= a.length; i++) {
        rows[i] = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            const least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost);
            rows[i]?.push(swapped ? Math.min(least, at(i - 2, j - 2) + 1) : least);
        }
    }
    return at(a.length, b.length);
}

;// CONCATENATED MODULE: ./build/settings/inputs.js




/** Every input of this version with its default, as action.yml has them; a test holds the two together. */
const inputDefaults = {
    command: 'upgrade',
    revision: '',
    'database-url': 'env:DATABASE_URL',
    'working-directory': '.',
    engine: 'auto',
    directory: '',
    run: '',
    'history-table': '',
    filters: '',
    base: '',
    ref: '',
    token: '',
    'list-files': 'none',
    'predicate-quantifier': 'some',
    'initial-fetch-depth': '100',
    since: 'none',
    config: '',
    database: '',
    'lock-timeout': '5s',
    'statement-timeout': '0',
    wait: '10m',
    'expect-host': '',
    'expect-database': '',
    allow: '',
    'allow-pull-request': 'false',
    'approved-plan': '',
    after: '',
    smoke: '',
    'smoke-command': '',
    image: '',
    rehearse: 'auto',
    'drift-url': 'off',
    baseline: '',
    seed: '',
    stats: '',
    comment: 'auto',
    'fail-on': 'error',
};
/** Makes a reader. An empty input means its default, but for `database-url`, where it means an empty secret. */
function readInputs(raw) {
    const faults = [];
    const refuse = (input, value, allowed, nearest) => {
        faults.push((0,catalogue/* makeFault */.VI)('input-value', { input, value: (0,build_text/* showInput */.CM)(value, 80), allowed, nearest }));
    };
    const text = (name) => {
        const given = raw[name]?.trim() ?? '';
        return given === '' ? inputDefaults[name] : given;
    };
    const words = (name) => text(name)
        .split(/[\s,]+/)
        .filter(word => word !== '');
    return {
        faults,
        text,
        refuse,
        folder(name) {
            const value = text(name);
            // Pasted into the wrong input: later messages show paths as they are, so it ends here.
            if (!(0,build_text/* looksLikeUrl */.h0)(value))
                return value;
            refuse(name, value, 'a folder');
            return '.';
        },
        oneOf(name, allowed, offered = allowed) {
            const value = allowed.find(one => one === text(name).toLowerCase());
            if (value === undefined)
                refuse(name, text(name), offered.join(', '), nearestOf(text(name), offered));
            return value ?? allowed[0];
        },
        listOf(name, allowed) {
            return words(name).flatMap(word => {
                const value = allowed.find(one => one === word);
                if (value === undefined)
                    refuse(name, word, allowed.join(', '), nearestOf(word, allowed));
                return value === undefined ? [] : [value];
            });
        },
        durationMs(name) {
            const ms = (0,duration/* readDuration */.$)(text(name));
            if (ms === undefined)
                refuse(name, text(name), duration/* durationForm */.r);
            return ms ?? 0;
        },
        wholeNumber(name, least, most) {
            const value = Number(text(name));
            const right = /^\d+$/.test(text(name)) && value >= least && value <= most;
            if (!right)
                refuse(name, text(name), `a whole number from ${least} to ${most}`);
            return right ? value : least;
        },
        yesNo(name) {
            const value = text(name).toLowerCase();
            if (value !== 'true' && value !== 'false')
                refuse(name, text(name), 'true or false');
            return value === 'true';
        },
        matching(name, pattern, allowed) {
            const value = text(name);
            if (value !== '' && !pattern.test(value))
                refuse(name, value, allowed);
            return value;
        },
    };
}


/***/ }),

/***/ 4663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ry: () => (/* binding */ engineNames),
/* harmony export */   Wj: () => (/* binding */ onlyDatabase),
/* harmony export */   xe: () => (/* binding */ tableForm)
/* harmony export */ });
/** The names of engines; `auto` is decided from the files. */
const engineNames = ['auto', 'sql', 'alembic', 'command'];
/** Name of the database of a project without a config file. */
const onlyDatabase = 'default';
/**
 * What a history table may be called: `table` or `schema.table`. Postgres keeps schemas that begin with pg_ for
 * itself, and what is in pg_temp is gone with the session.
 */
const tableForm = /^(?!pg_)[A-Za-z_][\w$]{0,62}(?:\.[A-Za-z_][\w$]{0,62})?$/;


/***/ }),

/***/ 4491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ quoteWord)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(977);

/** A text as a shell of the Bourne family reads one word, on one harmless line. */
function quoteWord(text) {
    const word = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text, 1000);
    return /^[\w.,/:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}


/***/ }),

/***/ 8503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QD: () => (/* binding */ soonAfter),
/* harmony export */   Tu: () => (/* binding */ atMost),
/* harmony export */   tJ: () => (/* binding */ nextTurn),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
/** Resolves after so many milliseconds, or as soon as the signal comes. */
function sleep(ms, signal) {
    return new Promise(resolve => {
        const done = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', done);
            resolve();
        };
        const timer = setTimeout(done, signal.aborted ? 0 : Math.max(0, ms));
        signal.addEventListener('abort', done);
    });
}
/** Resolves when the event loop has gone round: what is heard meanwhile is read, and garbage is collected. */
function nextTurn() {
    return new Promise(resolve => setImmediate(resolve));
}
/** What the work comes to, or `otherwise` when that takes longer. */
async function atMost(ms, work, otherwise) {
    if (work === undefined)
        return otherwise;
    let timer;
    const late = new Promise(resolve => {
        timer = setTimeout(() => resolve(otherwise), ms);
    });
    try {
        return await Promise.race([work, late]);
    }
    finally {
        clearTimeout(timer);
    }
}
/** What the work comes to; it rejects, with `late`, when that takes longer than so many milliseconds after the signal. */
async function soonAfter(signal, ms, work, late) {
    let timer;
    let begin = () => undefined;
    const tooLate = new Promise((_, reject) => {
        begin = () => {
            timer = setTimeout(() => reject(late()), ms);
        };
    });
    if (signal.aborted)
        begin();
    else
        signal.addEventListener('abort', begin, { once: true });
    try {
        return await Promise.race([work, tooLate]);
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', begin);
    }
}


/***/ }),

/***/ 977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CM: () => (/* binding */ showInput),
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   K9: () => (/* binding */ groupDigits),
/* harmony export */   MO: () => (/* binding */ joinAnd),
/* harmony export */   PS: () => (/* binding */ sayAge),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   h0: () => (/* binding */ looksLikeUrl),
/* harmony export */   pg: () => (/* binding */ shortList)
/* harmony export */ });
/** Text that we did not write, made harmless before it is shown. Pure. */
/** ANSI sequences (CSI, OSC, single escapes), also in their 8-bit forms. */
const ansi = /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b[@-Z\\-_a-z0-9=>]/g;
/** Controls, line ends and the marks that turn the reading direction (Trojan Source, CVE-2021-42574). */
const controls = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
/** One line of printable ASCII in which no command can begin: nearly every text, and harmless as it is. */
const plain = /^(?! *::)(?!.*##\[)[ -~]*$/;
/** Many lines of foreign text: line ends and tabs stay, nothing else that steers a terminal or a runner does. */
function harmless(text) {
    if (plain.test(text))
        return text;
    return text
        .replace(/\r\n?/g, '\n')
        .replace(ansi, '')
        .replace(controls, '')
        .split('\n')
        .map(breakCommand)
        .join('\n');
}
/** One line of foreign text: line ends become a visible sign. Cut at `most` code points. */
function oneLine(text, most = 300) {
    if (text.length <= most && plain.test(text))
        return text;
    const line = joinLines(harmless(text)).replace(/\t/g, ' ');
    const points = [...line];
    return points.length <= most ? line : `${points.slice(0, most - 1).join('')}…`;
}
/** Whether a text could be a URL with credentials, also one of which paths were made (`://` becomes `:/`). */
function looksLikeUrl(text) {
    const mark = text.indexOf(':/');
    return mark !== -1 && (/:\/\/|:\/[^\s/]*:/.test(text) || text.includes('@', mark));
}
/**
 * What somebody gave, for a message. A URL is not shown at all: cutting it takes the @ away by which the redactor
 * would know its password.
 */
function showInput(text, most) {
    return looksLikeUrl(text) ? 'a URL' : oneLine(text, most);
}
/** Line ends and the white space around them become one sign; a regular expression for it would be quadratic. */
function joinLines(text) {
    const lines = text.split('\n');
    const last = lines.length - 1;
    return lines
        .map((line, index) => (index === 0 ? line : line.trimStart()))
        .map((line, index) => (index === last ? line : line.trimEnd()))
        .filter((line, index) => line !== '' || index === 0 || index === last)
        .join(' ⏎ ');
}
/**
 * The runner takes `::name::` at the start of a line (after white space) and `##[name]` anywhere in it
 * for commands (actions/runner ActionCommand.cs). A zero-width joiner inside the mark keeps the text readable.
 */
function breakCommand(line) {
    return line.replace(/^(\s*):(?=:)/, '$1:\u200d').replaceAll('##[', '#\u200d#[');
}
/** `1 file`, `2 files`, `1,204 rows`. */
function count(number, noun) {
    return `${groupDigits(number)} ${noun}${number === 1 ? '' : 's'}`;
}
/** `1,204`. By hand: the first number that Intl formats loads its data, ten milliseconds of it. */
function groupDigits(number) {
    return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** `a`, `a and b`, `a, b and c`. */
function joinAnd(words) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
/** `a, b, c`; of more than eight the first three, the last and their number. */
function shortList(words) {
    return words.length <= 8
        ? words.join(', ')
        : `${words.slice(0, 3).join(', ')} … ${words.at(-1)} (${words.length})`;
}
const spans = [
    ['d', 86_400, 'h', 3_600],
    ['h', 3_600, 'min', 60],
    ['min', 60, 's', 1],
];
/** A time of so many seconds, in its two largest units: `12 s`, `4 min 3 s`, `2 h 5 min`, `3 d 4 h`. */
function sayAge(seconds) {
    const whole = Math.floor(seconds);
    const span = spans.find(([, length]) => whole >= length);
    if (span === undefined)
        return `${whole} s`;
    const [unit, length, smaller, part] = span;
    const rest = Math.floor((whole % length) / part);
    return `${Math.floor(whole / length)} ${unit}${rest === 0 ? '' : ` ${rest} ${smaller}`}`;
}


/***/ }),

/***/ 9870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ wireGate)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __nccwpck_require__(9078);
// EXTERNAL MODULE: ./build/disk.js + 1 modules
var build_disk = __nccwpck_require__(2554);
// EXTERNAL MODULE: ./build/engines/sql/text/refusals.js
var refusals = __nccwpck_require__(326);
// EXTERNAL MODULE: ./build/engines/sql/text/sections.js + 1 modules
var sections = __nccwpck_require__(8054);
// EXTERNAL MODULE: ./build/engines/sql/text/statements.js
var text_statements = __nccwpck_require__(9957);
// EXTERNAL MODULE: ./build/engines/sql/text/transactions.js
var transactions = __nccwpck_require__(306);
// EXTERNAL MODULE: ./build/text.js
var build_text = __nccwpck_require__(977);
;// CONCATENATED MODULE: ./build/after/read-scripts.js







/** Reads every file before the first revision runs. What is wrong with one is a problem that nobody may allow. */
function readFollowUps({ after, smoke, smokeCommand }, disk) {
    const problems = [];
    const read = (input) => (path) => {
        const { script, faults } = readScript(input, path, disk);
        problems.push(...faults.map((fault) => ({ kind: 'file-fault', fault, allowed: false })));
        return script === undefined ? [] : [script];
    };
    return {
        after: after.flatMap(read('after')),
        smoke: smoke.flatMap(read('smoke')),
        command: smokeCommand,
        problems,
    };
}
function readScript(input, { given, candidates }, disk) {
    for (const path of candidates) {
        const bytes = disk.readBytes(path);
        if (!bytes.ok && bytes.absent)
            continue;
        const decoded = bytes.ok ? (0,build_disk/* decodeText */.g7)(bytes.value) : bytes;
        if (decoded.ok)
            return cutScript(input, path, decoded.text);
        const facts = { path: (0,build_text/* oneLine */.TN)(path), reason: decoded.reason };
        return { faults: [(0,catalogue/* makeFault */.VI)('revision-unreadable', facts, { place: { path } })] };
    }
    const looked = candidates.map(path => (0,build_text/* showInput */.CM)(path));
    return { faults: [(0,catalogue/* makeFault */.VI)('script-missing', { input, given: (0,build_text/* showInput */.CM)(given, 120), looked })] };
}
function cutScript(input, path, text) {
    const { up, down, faults } = (0,sections/* readSections */.j)(text, path);
    if (up === undefined)
        return { faults };
    // Without markers the whole file is the way up, from its first line on.
    if (down !== undefined || up.startLine > 1)
        return {
            faults: [
                (0,catalogue/* makeFault */.VI)('script-sections', { input }, { place: { path, line: Math.max(1, up.startLine - 1) } }),
            ],
        };
    const statements = (0,text_statements/* splitStatements */.Xd)(up.text, { path });
    const refused = (0,refusals/* findRefusals */.N)(statements, { path, direction: 'up', transaction: true });
    const empty = input === 'smoke' && statements.length === 0;
    const none = empty ? [(0,catalogue/* makeFault */.VI)('smoke-empty', { path: (0,build_text/* oneLine */.TN)(path) }, { place: { path, line: 1 } })] : [];
    return {
        script: { path, text: up.text, statements },
        faults: [...refused.map(fault => inOurWords(fault, input, statements)), ...none],
    };
}
/** The cure of a revision, a section outside of a transaction, is none here. */
function inOurWords(fault, input, statements) {
    const { place } = fault;
    if (fault.id !== 'sql-outside-transaction' || place === undefined)
        return fault;
    const at = statements.find(({ line, column }) => line === place.line && column === place.column);
    const statement = at === undefined ? '' : ((0,transactions/* runsOutsideTransaction */.MW)(at) ?? '');
    return (0,catalogue/* makeFault */.VI)('script-outside', { input, statement }, { place });
}

// EXTERNAL MODULE: ./build/changes/repository.js
var changes_repository = __nccwpck_require__(1560);
;// CONCATENATED MODULE: ./build/changes/find-commit.js


/** A search through all of a long history is worth no more than this, in milliseconds. */
const patienceMs = 10_000;
/**
 * The newest commit on any branch or tag that this clone knows in which `text` came into these files, as people write
 * it: `1a2b3c4 (add invoices)`. Undefined where git does not know one. Never throws.
 */
async function findCommit(options, text, paths) {
    try {
        const repository = await (0,changes_repository/* openRepository */.h_)(options);
        // No program that a configuration names for a diff or a signature.
        const alone = ['--no-ext-diff', '--no-textconv', '--no-show-signature'];
        const asked = ['log', '--all', '-n', '1', '--format=%h (%s)', ...alone, `-S${text}`, '--', ...paths];
        const found = await repository.git(asked, patienceMs);
        const line = found.code === 0 ? (0,changes_repository/* readLine */.Xw)(found) : '';
        return line === '' ? undefined : (0,build_text/* oneLine */.TN)(line, 100);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/changes/base.js
var base = __nccwpck_require__(5437);
// EXTERNAL MODULE: ./build/changes/cannot-compare.js
var cannot_compare = __nccwpck_require__(4861);
// EXTERNAL MODULE: ./build/changes/fetch.js
var fetch = __nccwpck_require__(9234);
// EXTERNAL MODULE: ./build/changes/resolve.js + 1 modules
var resolve = __nccwpck_require__(8865);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/changes/tree.js


const linksAtMost = 40;
/** Lists a commit's files. The root of its disk is that of the work tree. Throws CannotCompare. */
async function openTree(repository, commit) {
    const listed = await repository.git(['ls-tree', '-r', '-z', '--full-tree', commit, '--']);
    if (listed.code !== 0)
        throw new cannot_compare/* CannotCompare */.zh(`git could not list a commit: ${(0,cannot_compare/* sayGitError */.Au)(listed.stderr)}.`);
    const entries = parseTree(listed.stdout);
    const folders = foldersOf(entries);
    const contents = new Map();
    const load = async (objects) => {
        for (const [object, bytes] of await readObjects(repository, [...objects]))
            contents.set(object, bytes);
    };
    await load([...entries.values()].filter(entry => entry.kind === 'link').map(entry => entry.object));
    return {
        commit,
        async read(work) {
            for (;;) {
                const wanted = new Set();
                const disk = treeDisk({ root: repository.root, entries, folders, contents, wanted });
                try {
                    const value = work(disk);
                    if (wanted.size === 0)
                        return value;
                }
                catch (error) {
                    if (wanted.size === 0)
                        throw error;
                }
                await load(wanted);
            }
        },
    };
}
const absent = { ok: false, reason: 'it does not exist', absent: true };
function treeDisk({ root, entries, folders, contents, wanted }) {
    const find = (path) => followLinks(inTree(root, path), entries, contents);
    return {
        readBytes(path) {
            const at = find(path);
            const entry = at === undefined ? undefined : entries.get(at);
            if (at === undefined || entry?.kind !== 'file')
                return at !== undefined && folders.has(at)
                    ? { ok: false, reason: 'it is a folder', absent: false }
                    : absent;
            const bytes = contents.get(entry.object);
            if (bytes !== undefined)
                return { ok: true, value: bytes };
            if (contents.has(entry.object))
                return { ok: false, reason: 'git does not have its content', absent: false };
            wanted.add(entry.object);
            return absent;
        },
        listFolder(path) {
            const at = find(path);
            const names = at === undefined ? undefined : folders.get(at);
            if (at === undefined || names === undefined)
                return absent;
            const named = [...names].map(name => {
                const behind = followLinks(external_node_path_.posix.join(at, name), entries, contents);
                return behind !== undefined && folders.has(behind) ? `${name}/` : name;
            });
            return { ok: true, value: named };
        },
        realPath(path) {
            const at = find(path);
            return at !== undefined && (entries.has(at) || folders.has(at))
                ? { ok: true, value: external_node_path_.posix.join(root, at) }
                : absent;
        },
    };
}
/** A path as git has it: from the root, `.` for the root itself; undefined outside of it. */
function inTree(root, path) {
    const at = external_node_path_.posix.relative(root, external_node_path_.posix.resolve(root, path)) || '.';
    return at === '..' || at.startsWith('../') ? undefined : at;
}
/** The path behind symbolic links; undefined where one leads out of the tree or round. */
function followLinks(path, entries, contents) {
    let at = path;
    for (let turn = 0; at !== undefined && turn <= linksAtMost; turn++) {
        const parts = at.split('/');
        const end = parts.findIndex((_, index) => entries.get(parts.slice(0, index + 1).join('/'))?.kind === 'link');
        if (end === -1)
            return at;
        const link = parts.slice(0, end + 1).join('/');
        const target = contents.get(entries.get(link)?.object ?? '')?.toString('utf8') ?? '';
        if (target === '' || external_node_path_.posix.isAbsolute(target))
            return undefined;
        at = inTree('/', external_node_path_.posix.join('/', external_node_path_.posix.dirname(link), target, ...parts.slice(end + 1)));
        if (external_node_path_.posix.join(external_node_path_.posix.dirname(link), target).startsWith('..'))
            return undefined;
    }
    return undefined;
}
/** Each row of `ls-tree -r -z`: `<mode> <type> <object>\t<path>`. */
function parseTree(listed) {
    const entries = new Map();
    for (const row of listed.toString('utf8').split('\0')) {
        const tab = row.indexOf('\t');
        if (tab === -1)
            continue;
        const [mode = '', , object = ''] = row.slice(0, tab).split(' ');
        const kind = mode === '120000' ? 'link' : mode === '160000' ? 'module' : 'file';
        entries.set(row.slice(tab + 1), { kind, object });
    }
    return entries;
}
function foldersOf(entries) {
    const folders = new Map([['.', new Set()]]);
    for (const path of entries.keys()) {
        for (let child = path; child !== '.'; child = external_node_path_.posix.dirname(child)) {
            const parent = external_node_path_.posix.dirname(child);
            const names = folders.get(parent);
            if (names?.has(external_node_path_.posix.basename(child)))
                break;
            if (names === undefined)
                folders.set(parent, new Set([external_node_path_.posix.basename(child)]));
            else
                names.add(external_node_path_.posix.basename(child));
        }
    }
    return folders;
}
/** Contents by object, in one process. Those that git does not have are undefined. */
async function readObjects(repository, objects) {
    const found = new Map(objects.map(object => [object, undefined]));
    if (objects.length === 0)
        return found;
    const read = await repository.git(['cat-file', '--batch'], undefined, `${objects.join('\n')}\n`);
    if (read.code !== 0)
        throw new cannot_compare/* CannotCompare */.zh(`git could not read a commit: ${(0,cannot_compare/* sayGitError */.Au)(read.stderr)}.`);
    for (let at = 0; at < read.stdout.length;) {
        const end = read.stdout.indexOf(10, at);
        const [object = '', kind = '', size = '0'] = read.stdout.subarray(at, end).toString('latin1').split(' ');
        at = end + 1;
        if (kind !== 'blob')
            continue;
        found.set(object, read.stdout.subarray(at, at + Number(size)));
        at += Number(size) + 1;
    }
    return found;
}

;// CONCATENATED MODULE: ./build/changes/sides.js







/** Finds the commits that an event's history is held against. Never throws: what cannot be had is a reason. */
async function openSides(options, event, detection) {
    try {
        const clone = (0,fetch/* cloneOf */.JP)(await (0,changes_repository/* openRepository */.h_)(options), event, detection);
        return await findSides(clone, decide(event, detection));
    }
    catch (error) {
        return (0,cannot_compare/* whyNot */.OB)(error);
    }
}
/** As changes are found, but for the merge queue: what the entries ahead did is theirs to answer for. */
function decide(event, detection) {
    const decision = (0,base/* decideBase */.mm)(event, detection);
    if (event.queueBase === undefined || detection.base !== undefined)
        return decision;
    return {
        ...decision,
        rule: { how: 'commit', commit: event.queueBase, reason: 'the queue before this entry' },
    };
}
async function findSides(clone, decision) {
    const { repository } = clone;
    const head = await (0,resolve/* resolveHead */.t)(clone, decision);
    const base = await (0,resolve/* resolveBase */.g)(clone, decision.rule, head);
    const tip = base.whole ? base.base : await findTip(clone, decision.rule, base.base);
    const baseTree = await openTree(repository, base.base);
    const apart = decision.workTree === 'no';
    return {
        base: baseTree,
        tip: tip === base.base ? baseTree : await openTree(repository, tip),
        tipName: tip === base.base ? shorten(tip) : await nameTip(repository, decision.rule, tip),
        head: apart ? await openTree(repository, head) : undefined,
        checkedOut: !apart || (await (0,changes_repository/* commitOf */.D3)(repository, 'HEAD')) === head,
        why: `${(0,build_text/* oneLine */.TN)(decision.occasion, 120)}: ${base.words}`,
        target: targetOf(decision.rule),
        warnings: [...decision.warnings, ...base.warnings],
    };
}
function targetOf(rule) {
    if (rule.how === 'pull-request')
        return (0,build_text/* oneLine */.TN)(rule.baseRef, 80);
    if (rule.how === 'merge-base')
        return (0,build_text/* oneLine */.TN)(rule.label, 80);
    return rule.how === 'commit' ? (0,build_text/* oneLine */.TN)(rule.reason, 80) : 'the commit before';
}
/** A checkout knows the branch as it is now, and the event as it was when the merge commit was made. */
async function findTip(clone, rule, base) {
    if (rule.how === 'merge-base')
        return (0,fetch/* findCommit */.fq)(clone, rule.name, 'The base of the comparison');
    if (rule.how !== 'pull-request')
        return base;
    const names = [`refs/remotes/origin/${rule.baseRef}`, rule.baseSha];
    for (const name of names) {
        if (name === '' || /^-|\s/.test(name))
            continue;
        const found = await (0,changes_repository/* commitOf */.D3)(clone.repository, name);
        if (found !== undefined && (await isAncestor(clone.repository, base, found)))
            return found;
    }
    return base;
}
/** How a person names the tip: a branch that stands there, else its commit. */
async function nameTip(repository, rule, tip) {
    const name = rule.how === 'pull-request' ? rule.baseRef : rule.how === 'merge-base' ? rule.name : '';
    if (name === '' || /^-/.test(name) || (0,build_text/* oneLine */.TN)(name, 200) !== name)
        return shorten(tip);
    if ((await (0,changes_repository/* commitOf */.D3)(repository, `refs/remotes/origin/${name}`)) === tip)
        return `origin/${name}`;
    return (await (0,changes_repository/* commitOf */.D3)(repository, `refs/heads/${name}`)) === tip ? name : shorten(tip);
}
function shorten(commit) {
    return commit.slice(0, 12);
}
async function isAncestor(repository, one, other) {
    return (await repository.git(['merge-base', '--is-ancestor', one, other])).code === 0;
}
async function isClean(repository) {
    return (0,changes_repository/* readLine */.Xw)(await repository.git(['status', '--porcelain'])) === '';
}
/**
 * The branch that a person’s work goes into: that of `origin`, else `main` or `master`; undefined where none is there,
 * or where the person stands on its commit with nothing of their own. Never throws.
 */
async function findMainBranch(options) {
    try {
        const repository = await (0,changes_repository/* openRepository */.h_)(options);
        const pointed = (0,changes_repository/* readLine */.Xw)(await repository.git(['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD']));
        const names = [pointed.replace('refs/remotes/origin/', ''), 'main', 'master'].filter(name => name !== '');
        const head = await (0,changes_repository/* commitOf */.D3)(repository, 'HEAD');
        for (const name of names) {
            const there = (await (0,changes_repository/* commitOf */.D3)(repository, `refs/remotes/origin/${name}`)) ??
                (await (0,changes_repository/* commitOf */.D3)(repository, `refs/heads/${name}`));
            if (there !== undefined)
                return there === head && (await isClean(repository)) ? undefined : name;
        }
    }
    catch {
        // What cannot be compared is said when it is tried.
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/database/guard.js


/** Refuses a URL that points elsewhere than `expect-host` and `expect-database` say, before a connection is made. */
function connectionGuard(target, expected) {
    for (const [input, globs, found, flags] of [
        ['expect-host', expected.expectHost, target.host, 'is'],
        // Postgres tells App from app.
        ['expect-database', expected.expectDatabase, target.database, 's'],
    ]) {
        const unmet = globs.find(glob => !makePattern(glob, flags).test(found));
        if (unmet === undefined)
            continue;
        throw (0,catalogue/* gateError */.em)('url-unexpected', { input, expected: (0,build_text/* showInput */.CM)(unmet, 100), found: (0,build_text/* oneLine */.TN)(found, 100) });
    }
}
/** `*` any run of characters, `?` one. */
function makePattern(glob, flags) {
    const pattern = glob
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replace(/\*+/g, '.*')
        .replaceAll('?', '.');
    return new RegExp(`^${pattern}$`, flags);
}

// EXTERNAL MODULE: ./build/database/url.js
var database_url = __nccwpck_require__(7081);
// EXTERNAL MODULE: ./build/engines/choose.js
var choose = __nccwpck_require__(1511);
// EXTERNAL MODULE: ./build/event.js
var build_event = __nccwpck_require__(4860);
;// CONCATENATED MODULE: ./build/rehearsals.js


/** A person should hear that often that something goes on. */
const tellMs = 5_000;
const load = () => __nccwpck_require__.e(/* import() */ 883).then(__nccwpck_require__.bind(__nccwpck_require__, 5883));
/** Commands that try a history out. */
const rehearsing = ['check', 'locate'];
/** Starts nothing until it is asked for. */
function openRehearsals({ rehearse, command, databases, driftUrl, urlVariables }, event, { root, environment, redact, reporter, signal = new AbortController().signal }) {
    const strange = (0,build_event/* mayRunStrangers */.wO)(event);
    const why = strange
        ? `on ${event.name} what is checked out may be a stranger’s, and nothing of it is run`
        : 'it is off by `rehearse`';
    if (!rehearsing.includes(command) || rehearse === 'off' || strange)
        return { ports: undefined, why, end: () => Promise.resolve() };
    const machine = (0,build_disk/* openDisk */.UJ)('/');
    const live = [...databases.map(({ url }) => url), ...(driftUrl === undefined ? [] : [driftUrl])];
    // What is rehearsed learns of no other database.
    const hidden = [rehearse, driftUrl].map(url => (typeof url === 'object' ? url.variable : ''));
    const bare = Object.fromEntries(Object.entries(environment).filter(([name]) => !hidden.includes(name)));
    const servers = new Map();
    let at = 'the start of its server';
    let telling;
    const tell = () => {
        const began = performance.now();
        const say = () => reporter({ kind: 'rehearsing', at, elapsedMs: performance.now() - began });
        return setInterval(say, tellMs).unref();
    };
    const start = async (tcp) => {
        const { openServer } = await load();
        // Also what the environment calls DATABASE_URL, whatever the settings say.
        const named = { source: 'the environment variable DATABASE_URL', value: environment.DATABASE_URL ?? '' };
        const urls = [...live, ...variables(environment, urlVariables), named];
        return openServer(rehearse, { tcp, machine, environment, redact, urls, signal });
    };
    return {
        ports: {
            root,
            environment: bare,
            machine,
            redact,
            signal,
            turnTo(step) {
                at = step;
            },
            server(tcp) {
                telling ??= tell();
                const server = servers.get(tcp) ?? start(tcp);
                servers.set(tcp, server);
                return server;
            },
        },
        why: '',
        async end() {
            clearInterval(telling);
            for (const starting of servers.values()) {
                const server = await starting.catch(() => undefined);
                if (server !== undefined && !('why' in server))
                    await server.stop();
            }
        },
    };
}
/** Of databases that this run leaves out, too. */
function variables(environment, names) {
    return names.map(name => ({ source: `the environment variable ${name}`, value: environment[name] ?? '' }));
}

// EXTERNAL MODULE: ./build/database/doctor/direct.js
var direct = __nccwpck_require__(6937);
// EXTERNAL MODULE: ./build/database/postgres.js + 8 modules
var postgres = __nccwpck_require__(4932);
;// CONCATENATED MODULE: ./build/sessions.js




/** How the database of a URL is reached, past a pooler that is known. `database`: its name, for what is told. */
function sessionsOf(given, database, event, { disk, redact, reporter, signal: stopping = new AbortController().signal }) {
    const detour = (0,direct/* findDetour */.V)(given);
    const target = detour?.target ?? given;
    const where = (0,database_url/* describeTarget */.ff)(target);
    const readCertificate = (path) => {
        const read = disk.readBytes(path);
        if (read.ok)
            return read.value.toString('utf8');
        throw (0,catalogue/* gateError */.em)('connect-tls', {
            where,
            reason: `a certificate of the URL cannot be read, ${read.reason}`,
        });
    };
    const applicationName = `migration-gate ${event.runUrl.replace(/^https?:\/\//, '')}`.trim();
    const patience = {
        onRetry: (reason, elapsedMs, longestMs) => reporter({ kind: 'connecting', database, where, reason, elapsedMs, longestMs }),
    };
    const open = (onNotice, once, giveUp) => (0,postgres/* openPostgres */.o)(target, {
        redact,
        readCertificate,
        applicationName,
        onNotice,
        patience: once === undefined
            ? { ...patience, signal: giveUp === undefined ? stopping : AbortSignal.any([stopping, giveUp]) }
            : undefined,
    });
    return { at: { host: target.host, port: target.port, where, remark: detour?.remark }, open };
}

// EXTERNAL MODULE: ./build/settings/find-file.js
var find_file = __nccwpck_require__(7392);
;// CONCATENATED MODULE: ./build/wire.js












/** Read at their first use, in the action from files of their own: a start without them does not even parse them. */
const loadSql = () => Promise.all(/* import() */[__nccwpck_require__.e(592), __nccwpck_require__.e(761), __nccwpck_require__.e(603), __nccwpck_require__.e(988), __nccwpck_require__.e(620)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9988));
const loadAlembic = () => Promise.all(/* import() */[__nccwpck_require__.e(470), __nccwpck_require__.e(163), __nccwpck_require__.e(67)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7163));
const loadFollow = () => Promise.all(/* import() */[__nccwpck_require__.e(592), __nccwpck_require__.e(603), __nccwpck_require__.e(772)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7772));
const loadCheck = () => Promise.all(/* import() */[__nccwpck_require__.e(470), __nccwpck_require__.e(592), __nccwpck_require__.e(761), __nccwpck_require__.e(603), __nccwpck_require__.e(163), __nccwpck_require__.e(988), __nccwpck_require__.e(243), __nccwpck_require__.e(464)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9464));
const loadLocate = () => Promise.all(/* import() */[__nccwpck_require__.e(470), __nccwpck_require__.e(592), __nccwpck_require__.e(761), __nccwpck_require__.e(603), __nccwpck_require__.e(163), __nccwpck_require__.e(988), __nccwpck_require__.e(243), __nccwpck_require__.e(976)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8976));
/** The one place that picks implementations. */
function wireGate(settings, event, outside) {
    const { disk, changes, reporter } = outside;
    const rehearsals = openRehearsals(settings, event, outside);
    return {
        changes,
        reporter,
        agree: outside.agree,
        now: () => new Date(),
        chooseEngine: run => (0,choose/* chooseEngine */.m)(run.settings, settings.workingDirectory, disk),
        readPaths: async (run, choice) => {
            if (choice.engine !== 'alembic')
                return [choice.directory];
            const { readAlembicPaths } = await loadAlembic();
            return readAlembicPaths(alembicFiles(run, choice.directory, outside));
        },
        findMainBranch: () => findMainBranch(gitAt(outside)),
        openSides: detection => openSides(gitAt(outside), event, detection),
        checkHistory: async (run, choice, sides) => {
            const { checkHistory } = await loadCheck();
            return checkHistory({
                database: run.settings,
                choice,
                workingDirectory: settings.workingDirectory,
                disk: forRehearsal(run, settings, disk),
                sides,
                mustCompare: (0,build_event/* isPullRequest */.r0)(event.name) || event.name === 'merge_group',
                target: settings.revision,
                rules: settings.rules,
                image: settings.image,
                rehearsal: rehearsals.ports,
                stats: settings.stats,
                live: liveOf(run, settings, event, outside),
                configPaths: settings.configPaths,
                urlVariables: settings.urlVariables,
                alembicConfig: outside.environment.ALEMBIC_CONFIG,
            });
        },
        locate: async (run, choice) => {
            const { locateSchema } = await loadLocate();
            if (rehearsals.ports === undefined)
                throw (0,catalogue/* gateError */.em)('rehearsal-none', { reason: rehearsals.why });
            return locateSchema({
                ports: rehearsals.ports,
                database: run.settings,
                choice,
                disk: forRehearsal(run, settings, disk),
                urlVariables: settings.urlVariables,
                alembicConfig: outside.environment.ALEMBIC_CONFIG,
                plan: run.plan,
                open: run.engine.openSession,
                now: () => performance.now(),
            });
        },
        untried: rehearsals.why,
        endChecks: () => rehearsals.end(),
        following: {
            read: run => readFollowUps(run.settings, disk),
            run: async (run, engine, applied, signal) => {
                const { followDatabase } = await loadFollow();
                return followDatabase({ run, engine, applied, signal, settings, outside });
            },
        },
        openEngine: async (run, choice) => {
            if (choice.engine === 'sql')
                return openSqlEngine(run, choice.directory, settings, event, outside);
            if (choice.engine === 'alembic')
                return openAlembicEngine(run, choice.directory, settings, event, outside);
            throw (0,catalogue/* gateError */.em)('not-built', {
                what: `The engine \`${choice.engine}\` (${choice.directory})`,
                built: 'the engines `sql` and `alembic`',
            });
        },
    };
}
/** What a pull request may name for its check, it may not read from elsewhere: messages quote it. */
function forRehearsal({ settings: { baseline, seed } }, settings, disk) {
    const { stats, workingDirectory } = settings;
    const sizes = stats === undefined ? [] : (0,find_file/* placesOf */.e)(stats, workingDirectory);
    return (0,build_disk/* keepWithin */.XY)(disk, [...[...baseline, ...seed].flatMap(({ candidates }) => candidates), ...sizes]);
}
/** The live database to compare with; why there is none where it was asked for; undefined where it was not. */
function liveOf(run, settings, event, outside) {
    const { driftUrl: url } = settings;
    if (url === undefined)
        return undefined;
    const stranger = event.fork || event.dependabot;
    if (url.value.trim() === '')
        return { why: `${url.source} is empty`, expected: stranger };
    return { open: () => sessionsOf((0,database_url/* readUrl */.wo)(url.value, url.source), run.settings.name, event, outside) };
}
const movesBack = ['stamp', 'downgrade'];
/** What every engine of a database gets, its URL read and held against the guards. */
function connection({ settings: database }, settings, event, outside) {
    const given = (0,database_url/* readUrl */.wo)(database.url.value, database.url.source);
    connectionGuard(given, database);
    const { at, open } = sessionsOf(given, database.name, event, outside);
    const { allow, lockTimeoutMs, statementTimeoutMs, waitMs, waitText } = database;
    return {
        // What these two are to reach is no target of an upgrade.
        target: movesBack.includes(settings.command) ? 'head' : settings.revision,
        at,
        contact: given,
        variable: database.url.variable || 'DATABASE_URL',
        open,
        allow,
        lockTimeoutMs,
        statementTimeoutMs,
        waitMs,
        waitText,
    };
}
async function openSqlEngine(run, directory, settings, event, outside) {
    const { makeSqlEngine } = await loadSql();
    return makeSqlEngine({
        ...connection(run, settings, event, outside),
        disk: outside.disk,
        directory,
        historyTable: run.settings.historyTable ?? 'migration_history',
        author: { appliedBy: outside.actor, runUrl: event.runUrl, commitSha: outside.commit },
    });
}
async function openAlembicEngine(run, directory, settings, event, outside) {
    const { childEnvironment, findHookFolder, makeAlembicEngine } = await loadAlembic();
    const { url } = run.settings;
    return makeAlembicEngine({
        ...connection(run, settings, event, outside),
        ...alembicFiles(run, directory, outside),
        historyTable: run.settings.historyTable,
        root: outside.root,
        environment: childEnvironment({
            user: outside.environment,
            url: url.value,
            variable: url.variable || undefined,
            others: settings.urlVariables.filter(name => name !== url.variable),
        }),
        hookFolder: findHookFolder(outside.disk),
        trusted: !(0,build_event/* mayRunStrangers */.wO)(event),
        findCommit: (text, paths) => findCommit(gitAt(outside), text, paths),
        redact: outside.redact,
    });
}
/** Where git is asked: `root` is the repository’s own, if there is one. */
function gitAt({ root, environment }) {
    return { cwd: root, env: environment };
}
function alembicFiles(run, directory, { disk, environment }) {
    return { disk, directory, run: run.settings.run, alembicConfig: environment.ALEMBIC_CONFIG };
}


/***/ }),

/***/ 3754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ writeTogether)
/* harmony export */ });
/**
 * What is written before the event loop goes on leaves in one system call and not in one each: the messages of a
 * revision, the lines of a thousand notes. Nothing waits for longer than that.
 */
function writeTogether(stream, write) {
    if (!corked.has(stream)) {
        corked.add(stream);
        stream.cork();
        process.nextTick(() => {
            corked.delete(stream);
            stream.uncork();
        });
    }
    write();
}
const corked = new WeakSet();


/***/ }),

/***/ 3849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Client: () => (/* binding */ Client),
/* harmony export */   Connection: () => (/* binding */ Connection),
/* harmony export */   DatabaseError: () => (/* binding */ DatabaseError),
/* harmony export */   Pool: () => (/* binding */ Pool),
/* harmony export */   Query: () => (/* binding */ Query),
/* harmony export */   Result: () => (/* binding */ Result),
/* harmony export */   TypeOverrides: () => (/* binding */ TypeOverrides),
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   defaults: () => (/* binding */ defaults),
/* harmony export */   escapeIdentifier: () => (/* binding */ escapeIdentifier),
/* harmony export */   escapeLiteral: () => (/* binding */ escapeLiteral),
/* harmony export */   types: () => (/* binding */ types)
/* harmony export */ });
/* harmony import */ var _lib_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3273);
// ESM wrapper for pg


// Re-export all the properties
const Client = _lib_index_js__WEBPACK_IMPORTED_MODULE_0__.Client
const Pool = _lib_index_js__WEBPACK_IMPORTED_MODULE_0__.Pool
const Connection = _lib_index_js__WEBPACK_IMPORTED_MODULE_0__.Connection
const types = _lib_index_js__WEBPACK_IMPORTED_MODULE_0__.types
const Query = _lib_index_js__WEBPACK_IMPORTED_MODULE_0__.Query
const DatabaseError = _lib_index_js__WEBPACK_IMPORTED_MODULE_0__.DatabaseError
const escapeIdentifier = _lib_index_js__WEBPACK_IMPORTED_MODULE_0__.escapeIdentifier
const escapeLiteral = _lib_index_js__WEBPACK_IMPORTED_MODULE_0__.escapeLiteral
const Result = _lib_index_js__WEBPACK_IMPORTED_MODULE_0__.Result
const TypeOverrides = _lib_index_js__WEBPACK_IMPORTED_MODULE_0__.TypeOverrides

// Also export the defaults
const defaults = _lib_index_js__WEBPACK_IMPORTED_MODULE_0__.defaults

// Re-export the default
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = (_lib_index_js__WEBPACK_IMPORTED_MODULE_0__);


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9479);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
