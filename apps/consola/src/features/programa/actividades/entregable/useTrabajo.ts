import type { Outcome } from '@conoceles/api-client'
import { computed, ref, shallowRef, type Ref } from 'vue'
import type { Acuse, Trabajado } from '../../../../api-types.ts'
import { saveFile } from '../../../../shared/red/save-file.ts'
import { useAct } from '../../../../shared/red/useAct.ts'
import { useRemote } from '../../../../shared/red/useRemote.ts'
import {
  addObservacion,
  addVersion,
  annulPaso,
  answerObservacion,
  markContenido,
  readTrabajo,
  readVersion,
  recordPaso,
  unmarkContenido,
  withdrawObservacion,
  withdrawVersion,
} from './entregables.api.ts'
import type { Cuerpos, Pedido, UltimoActo } from '../pedidos.ts'

type Llamada<B> = (clave: string, body: B, key: string) => Promise<Outcome<Trabajado>>

const LLAMADAS: { [A in keyof Cuerpos]: Llamada<Cuerpos[A]> } = {
  paso: recordPaso,
  anularPaso: annulPaso,
  version: addVersion,
  retirarVersion: withdrawVersion,
  contenido: markContenido,
  quitarContenido: unmarkContenido,
  observacion: addObservacion,
  respuesta: answerObservacion,
  retirarObservacion: withdrawObservacion,
}

/** The work on one entregable and its acts, one at a time. */
export function useTrabajo(clave: Ref<string>) {
  const remote = useRemote(() => readTrabajo(clave.value))
  const { busy, problem, run } = useAct()
  const download = useAct()
  const form = ref<string | null>(null)
  const acuse = shallowRef<Acuse | null>(null)
  const ultimo = computed<UltimoActo | null>(() =>
    form.value === null ? null : { form: form.value, busy: busy.value, problem: problem.value, acuse: acuse.value },
  )
  let attempt = { content: '', key: '' }

  async function perform(pedido: Pedido): Promise<void> {
    if (busy.value) return
    form.value = pedido.form
    acuse.value = null
    const key = keyFor(pedido)
    const call = LLAMADAS[pedido.acto] as Llamada<object>
    const result = await run(() => call(clave.value, pedido.body, key))
    if (result.ok) {
      attempt = { content: '', key: '' }
      remote.data.value = result.data.trabajo
      acuse.value = result.data.acuse
    } else if (result.problem.status === 409) {
      // Somebody else was first: the present data stand beside the typed ones.
      await remote.reload()
    }
  }

  /** A repeated sending carries the same key, so that it is done once. */
  function keyFor(pedido: Pedido): string {
    const content = JSON.stringify([clave.value, pedido])
    if (content !== attempt.content) attempt = { content, key: crypto.randomUUID() }
    return attempt.key
  }

  async function saveVersion({ numero, nombre }: { numero: number; nombre: string }): Promise<void> {
    const result = await download.run(() => readVersion(clave.value, numero))
    if (result.ok) saveFile(result.data, nombre)
  }

  return { ...remote, ultimo, perform, saveVersion, downloadProblem: download.problem }
}
