/** A sentence for the person who started the command; never a stack. */
export class Fault extends Error {}

const SENTENCES = [
  [/ENOSPC|EDQUOT|no space left/i, () => 'No queda espacio en el disco: libere al menos 2 GB y repita la orden.'],
  [
    /EACCES|EPERM|EROFS|permission denied/i,
    (path) => `No hay permiso para escribir en ${path ?? 'esta carpeta'}: use una carpeta propia o cambie el permiso.`,
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|META_FETCH_FAIL|network/i,
    () => 'No se pudieron descargar las dependencias: revise la conexión a la red y repita la orden.',
  ],
]

/** The sentence for a system error or for the output of a command; null when nobody foresaw it. */
export function explain(error) {
  const text = [error.code, error.message, error.output].filter(Boolean).join('\n')
  const found = SENTENCES.find(([pattern]) => pattern.test(text))
  return found ? found[1](error.path) : null
}

/** Ends the process with one sentence. */
export function fail(error) {
  const sentence = error instanceof Fault ? error.message : explain(error)
  console.error(sentence ? `\n${sentence}` : error)
  process.exit(1)
}
