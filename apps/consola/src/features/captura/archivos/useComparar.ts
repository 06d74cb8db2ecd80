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
    await compare(candidatura.id, [escrita])
  }

  /** Reads a captura once for all that the files have of it. */
  async function compare(id: string, suyas: readonly Escrita[]): Promise<void> {
    const result = await readCaptura(id)
    // Another one may have been chosen meanwhile.
    for (const escrita of suyas.filter(({ candidatura }) => candidatura?.id === id)) {
      if (result.ok) escrita.cambios = conservar(escrita.cambios ?? [], cambiosDe(escrita.persona.respuestas, result.data, seccionDe))
      else escrita.aviso = { tone: 'error', text: problemText(result.problem), detalles: [] }
    }
    onCompared()
  }

  return { elegir, compare }
}
