import { relative } from 'node:path'
import { statSync } from 'node:fs'
import { ROOT } from './run.mjs'

/**
 * Files that take a minute or a good part of it, in the order of what they take: they begin first, so that none is left running alone at the end.
 * A file that is not named here is taken for as long as it is large. Those of the browser that share one simulacro keep their order.
 */
const LONGEST = [
  'tests/architecture/dependencies.test.ts',
  'packages/domain/src/captura/exploracion.test.ts',
  'apps/api/src/modules/fotografias/process-fotografia.test.ts',
  'apps/api/src/modules/importaciones/read-tabla.test.ts',
  'tests/unit/oficina.test.ts',
  'tests/api/libro-ine-simulacro.test.ts',
  'tests/api/canarios.test.ts',
  'tests/api/recordatorios-entrega.test.ts',
  'tests/api/versiones-simulacro.test.ts',
  'tests/api/importaciones-trabajo.test.ts',
  'tests/api/recordatorios.test.ts',
  'tests/api/fichas-pdf.test.ts',
  'tests/api/salidas-politica.test.ts',
  'tests/api/codificaciones.test.ts',
  'tests/api/informes.test.ts',
  'tests/api/directorio-planes.test.ts',
  'tests/contract/matriz.test.ts',
  'tests/api/informes-visitas.test.ts',
  'tests/api/libro-ine-canarios.test.ts',
  'tests/api/acceso-recuperacion.test.ts',
  'tests/api/informes-formato.test.ts',
  'tests/e2e/copia.test.ts',
  'tests/e2e/recordatorios-caida.test.ts',
  'tests/e2e/caida.test.ts',
  'tests/e2e/dos-mandos.test.ts',
]

/** Order of the test files. On a clean checkout Jest does not know how long each takes. */
export default class LongestFirst {
  sort(tests) {
    const sized = Array.from(tests, (test) => ({ test, rank: rankOf(test.path), size: statSync(test.path).size }))
    return sized.sort((a, b) => a.rank - b.rank || b.size - a.size).map(({ test }) => test)
  }

  allFailedTests(tests) {
    return tests
  }

  cacheResults() {}
}

function rankOf(path) {
  const rank = LONGEST.indexOf(relative(ROOT, path).replaceAll('\\', '/'))
  return rank === -1 ? LONGEST.length : rank
}
