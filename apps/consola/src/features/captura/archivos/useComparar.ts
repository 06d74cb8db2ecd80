import { problemText } from '../../../shared/red/problems.ts'
import { readCaptura } from './archivos.api.ts'
import { cambiosDe, conservar } from './cambios.ts'
import type { Elegida, Escrita } from './escrita.ts'

interface Context {
  seccionDe: (campo: string) => string | undefined
  /** After answers were set beside hers. */
  onCompared: () => void
}

/** Says whose answers are, and sets them beside hers. */
export function useComparar({ seccionDe, onCompared }: Context) {
  async function elegir(escrita: Escrita, candidatura: Elegida): Promise<void> {
    Object.assign(escrita, { candidatura, cambios: null, aviso: null })
    await compare(escrita)
  }

  async function compare(escrita: Escrita): Promise<void> {
    const id = escrita.candidatura?.id
    if (id === undefined) return
    const result = await readCaptura(id)
    // Another one was chosen meanwhile.
    if (escrita.candidatura?.id !== id) return
    if (result.ok) escrita.cambios = conservar(escrita.cambios ?? [], cambiosDe(escrita.persona.respuestas, result.data, seccionDe))
    else escrita.aviso = { tone: 'error', text: problemText(result.problem), detalles: [] }
    onCompared()
  }

  return { elegir, compare }
}
