import type { Respuestas } from '@conoceles/cuestionarios'
import { reactive } from 'vue'
import { isBlank } from '../../../../shared/captura/respuestas.ts'

export type Medios = ReturnType<typeof useMedios>

/** The questions that she chose to be asked, and the answers to those that she took back, which return with them. */
export function useMedios() {
  const elegidos = reactive(new Set<string>())
  const devueltas = new Map<string, unknown>()

  function isElegido(campo: string, respuestas: Respuestas): boolean {
    return elegidos.has(campo) || !isBlank(respuestas[campo])
  }

  /** The answers after a choice: the same object where it changes none. */
  function elegir(campos: readonly string[], { picked, respuestas }: { picked: readonly string[]; respuestas: Respuestas }): Respuestas {
    let next = respuestas
    for (const campo of campos) {
      if (picked.includes(campo) === isElegido(campo, respuestas)) continue
      next = picked.includes(campo) ? take(campo, next) : giveBack(campo, next)
    }
    return next
  }

  function take(campo: string, respuestas: Respuestas): Respuestas {
    elegidos.add(campo)
    return devueltas.has(campo) ? { ...respuestas, [campo]: devueltas.get(campo) } : respuestas
  }

  function giveBack(campo: string, respuestas: Respuestas): Respuestas {
    elegidos.delete(campo)
    const { [campo]: answer, ...others } = respuestas
    if (isBlank(answer)) return respuestas
    devueltas.set(campo, answer)
    return others
  }

  return { isElegido, elegir }
}
