import type { Outcome } from '@conoceles/api-client'
import { ref, shallowRef } from 'vue'
import type { ActoInforme, InformeDetalle } from '../../../api-types.ts'
import type { Downloaded, Received } from '../../../shared/red/download.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useDescarga } from '../../../shared/red/useDescarga.ts'
import { useRemote } from '../../../shared/red/useRemote.ts'
import { emitir, emitirAprobado, readInforme, tomarCorte } from './informes.api.ts'

type Paso = 'corte' | 'emision' | 'aprobado'

/** One informe, and the acts on its figures. */
export function useInforme(clave: string) {
  const remote = useRemote<InformeDetalle>(() => readInforme(clave))
  const { busy, problem, run } = useAct()
  const descarga = useDescarga()
  const done = shallowRef<ActoInforme | null>(null)
  const doing = ref<Paso | null>(null)
  let key = crypto.randomUUID()

  void remote.reload()

  /** A repeated sending carries the same key; once it is done, the next one is another. */
  async function perform(what: Paso, call: (key: string) => Promise<Outcome<ActoInforme>>): Promise<boolean> {
    doing.value = what
    const result = await run(() => call(key))
    doing.value = null
    if (!result.ok) return false
    key = crypto.randomUUID()
    take(result.data)
    return true
  }

  function take(acto: ActoInforme): void {
    done.value = acto
    remote.data.value = acto.informe
  }

  const freeze = () => perform('corte', (own) => tomarCorte(clave, own) as Promise<Outcome<ActoInforme>>)
  const emit = (corte: number) => perform('emision', (own) => emitir(clave, corte, own) as Promise<Outcome<ActoInforme>>)
  const emitApproved = () => perform('aprobado', (own) => emitirAprobado(clave, own) as Promise<Outcome<ActoInforme>>)
  const save = (name: string, load: (onProgress: (now: Received) => void) => Promise<Outcome<Downloaded>>) =>
    void descarga.start(name, load)

  return { ...remote, fault: remote.problem, busy, doing, problem, done, take, freeze, emit, emitApproved, descarga, save }
}
