const { createRequire } = require('node:module')

const ofCore = createRequire(createRequire(require.resolve('jest')).resolve('@jest/core'))

/** Packages that Jest brings: with the versions that run, and none of them is ours to declare. */
exports.Runtime = ofCore('jest-runtime').default
exports.requireOfJest = createRequire(ofCore.resolve('jest-runtime'))
