import { relative } from 'node:path'
import { statSync } from 'node:fs'
import { ROOT } from './run.mjs'

/**
 * Files that take a minute or a good part of it, in the order of what they take: they begin first, so that none is left running alone at the end.
 * A file that is not named here is taken for as long as it is large. Those of the browser that share one simulacro keep their order.
 */
const LONGEST = [
  'tests/architecture/recipes.test.ts',
  'tests/architecture/dependencies.test.ts',
  'apps/api/src/shared/http/requests/slow-requests.test.ts',
  'packages/domain/src/captura/estatus/exploracion.test.ts',
  'apps/api/src/modules/captura/fotografias/process-fotografia.test.ts',
  'apps/api/src/modules/intercambio/importaciones/libros/read-tabla.test.ts',
  'tests/unit/oficina.test.ts',
  'tests/unit/documentos/imagenes.test.ts',
  'tests/api/intercambio/libro-ine-simulacro.test.ts',
  'tests/api/plataforma/canarios.test.ts',
  'tests/api/plataforma/fuzz.test.ts',
  'tests/api/normativa/versiones-simulacro.test.ts',
  'tests/contract/matriz.test.ts',
  'tests/api/informes/informes.test.ts',
  'tests/api/acceso/cuentas-dos-personas.test.ts',
  'tests/api/publico/fichas-pdf.test.ts',
  'tests/api/informes/informes-formato.test.ts',
  'tests/api/acceso/renovacion.test.ts',
  'tests/api/informes/codificaciones-acuerdo.test.ts',
  'tests/api/programa/recordatorios-entrega.test.ts',
  'tests/e2e/publico/copia.test.ts',
  'tests/e2e/plataforma/red-que-calla.test.ts',
  'tests/e2e/plataforma/recordatorios-caida.test.ts',
  'tests/e2e/plataforma/desarrollo.test.ts',
  'tests/e2e/plataforma/caida.test.ts',
  'tests/e2e/plataforma/dos-mandos.test.ts',
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
