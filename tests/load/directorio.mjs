import { runProgram } from './programs.mjs'

/**
 * The statements of the directory on two databases of one server: the simulacro alone, and the same among other procesos up to `total`
 * candidaturas. Answers `{ seconds, rows: [{ name, small, large }] }`: how long loading took, and medians in milliseconds.
 */
export function measureDirectorio(total) {
  return runProgram(import.meta.resolve('./directorio-medida.ts'), total)
}
