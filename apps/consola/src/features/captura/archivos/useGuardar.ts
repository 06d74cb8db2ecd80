import { nameOf, type Entry } from '../../../shared/guardado/save-queue.ts'
import { problemText } from '../../../shared/red/problems.ts'
import { useBorradoresStore } from '../../../stores/borradores.ts'
import { t } from '../mensajes.ts'
import { readCaptura } from './archivos.api.ts'
import { draftsOf } from './cambios.ts'
import type { Aviso, Escrita } from './escrita.ts'

/** A save that the server answered, with the reasons of what it did not keep; or why there was none. */
export type Guardado = { razones: ReadonlyMap<string, string> } | { aviso: Aviso }

/** Saves the chosen answers of a persona through the queue of all that is written here. */
export function useGuardar(): (escrita: Escrita) => Promise<Guardado> {
  const borradores = useBorradoresStore()

  function isUnsent(name: string): boolean {
    const entry = borradores.entries.get(name)
    return entry !== undefined && entry.phase !== 'guardado'
  }

  /** A refused answer stays in its file: nothing of it waits on this machine. */
  async function resultOf(names: readonly string[]): Promise<Guardado> {
    const entries = names.flatMap((name) => borradores.entries.get(name) ?? [])
    const refused = entries.flatMap((entry) => entry.refused)
    for (const name of names) if (borradores.entries.get(name)?.phase === 'rechazado') await borradores.queue.drop(name)
    const stopped = entries.find(({ phase }) => phase !== 'guardado' && phase !== 'rechazado')
    return stopped ? { aviso: stoppedBy(stopped) } : { razones: new Map(refused.map(({ campo, razones }) => [campo, razones.join(' ')])) }
  }

  return async ({ candidatura, cambios }) => {
    if (candidatura === null || cambios === null) return { aviso: error(t('archivos.sinElegir')) }
    // As it is now: another of the files may have been of her.
    const captura = await readCaptura(candidatura.id)
    if (!captura.ok) return { aviso: error(problemText(captura.problem)) }
    const drafts = draftsOf(captura.data, cambios)
    const names = drafts.map(nameOf)
    if (names.some(isUnsent)) return { aviso: error(t('archivos.sinEnviar')) }
    for (const draft of drafts) borradores.queue.edit(draft)
    await Promise.all(names.map((name) => borradores.queue.flush({ name })))
    return resultOf(names)
  }
}

function stoppedBy({ phase, problem }: Entry): Aviso {
  if (phase === 'sin_conexion') return { tone: 'warning', text: t('archivos.esperan'), detalles: [] }
  return error(problem ? problemText(problem) : t('archivos.noSeGuardo'))
}

const error = (text: string): Aviso => ({ tone: 'error', text, detalles: [] })
