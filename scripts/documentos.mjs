// npm run documentos [-- --aceptar]: compares each page of the documents with its accepted picture, or accepts what is drawn now.
import { parseArgs } from 'node:util'
import { installed, run } from './lib/run.mjs'

const { values } = parseArgs({ options: { aceptar: { type: 'boolean', default: false } } })
const jest = [installed('jest/bin/jest.js'), '--selectProjects', 'unit', '--runTestsByPath', 'tests/unit/documentos/imagenes.test.ts']
process.exit((await run(process.execPath, jest, { env: { ACEPTAR_DOCUMENTOS: values.aceptar ? 'si' : 'no' }, show: true })).code)
