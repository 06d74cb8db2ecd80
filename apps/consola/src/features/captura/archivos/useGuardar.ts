import { nameOf } from '../../../shared/guardado/save-queue.ts'
import { problemText } from '../../../shared/red/problems.ts'
import { useBorradoresStore } from '../../../stores/borradores.ts'
import { t, tn } from '../mensajes.ts'
import { readCaptura } from './archivos.api.ts'
import { draftsOf } from './cambios.ts'
import { countElegidas, type Aviso, type Escrita } from './escrita.ts'

/** Saves the chosen answers of a persona through the queue of all that is written here. */
export function useGuardar(): (escrita: Escrita) => Promise<Aviso> {
  const borradores = useBorradoresStore()

  function isUnsent(name: string): boolean {
    const entry = borradores.entries.get(name)
    return entry !== undefined && entry.phase !== 'guardado'
  }

  function resultOf(names: readonly string[], total: number): Aviso {
    const entries = names.flatMap((name) => borradores.entries.get(name) ?? [])
    if (entries.some(({ phase }) => phase === 'sin_conexion')) return { tone: 'warning', text: t('archivos.esperan') }
    const refused = entries.reduce((sum, entry) => sum + entry.refused.length, 0)
    if (refused > 0) return { tone: 'warning', text: tn('archivos.guardadasMenos', total - refused, { m: refused }) }
    const stopped = entries.find(({ phase }) => phase !== 'guardado')
    if (stopped) return { tone: 'error', text: stopped.problem ? problemText(stopped.problem) : t('archivos.noSeGuardo') }
    return { tone: 'success', text: tn('archivos.guardadas', total) }
  }

  return async ({ candidatura, cambios }) => {
    if (candidatura === null || cambios === null) return { tone: 'error', text: t('archivos.sinElegir') }
    // As it is now: another of the files may have been of her.
    const captura = await readCaptura(candidatura.id)
    if (!captura.ok) return { tone: 'error', text: problemText(captura.problem) }
    const drafts = draftsOf(captura.data, cambios)
    const names = drafts.map(nameOf)
    if (names.some(isUnsent)) return { tone: 'error', text: t('archivos.sinEnviar') }
    for (const draft of drafts) borradores.queue.edit(draft)
    await Promise.all(names.map((name) => borradores.queue.flush({ name })))
    return resultOf(names, countElegidas(cambios))
  }
}
