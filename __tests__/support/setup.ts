/** Runs before every test file: makes sure that it runs as what it is. */

// Without the flag @swc/jest falls back to CommonJS in silence, and the tests would test another program.
if (
  !process.execArgv
    .concat(process.env.NODE_OPTIONS ?? '')
    .join(' ')
    .includes('--experimental-vm-modules')
) {
  throw new Error(
    'Tests run as ES modules, which jest does only with NODE_OPTIONS=--experimental-vm-modules. Use `npm run test:unit` or `script/test`.',
  )
}
