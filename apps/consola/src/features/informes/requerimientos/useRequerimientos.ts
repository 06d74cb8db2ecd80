import type { Outcome } from '@conoceles/api-client'
import { shallowRef } from 'vue'
import type { ActoRequerimiento, FormatoRequerimiento, NotificacionPedida, RequerimientoPedido } from '../../../api-types.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useDescarga } from '../../../shared/red/useDescarga.ts'
import { useRemote } from '../../../shared/red/useRemote.ts'
import {
  acknowledgeRequerimiento,
  downloadRequerimiento,
  emitRequerimiento,
  listRequerimientos,
  notifyRequerimiento,
  previewRequerimiento,
} from './requerimientos.api.ts'

/** The requerimientos that were issued, and the acts on them. */
export function useRequerimientos() {
  const lista = useRemote(listRequerimientos)
  const descarga = useDescarga()
  const { busy, problem, run } = useAct()
  const done = shallowRef<{ acto: 'emitido' | 'notificado' | 'acusado'; hecho: ActoRequerimiento } | null>(null)
  /** Key of an act until it is done: a repeated sending of the same content carries the same. */
  let attempt = { of: '', key: '' }

  function keyOf(content: object): string {
    const of = JSON.stringify(content)
    if (attempt.of !== of) attempt = { of, key: crypto.randomUUID() }
    return attempt.key
  }

  async function perform(
    acto: 'emitido' | 'notificado' | 'acusado',
    content: object,
    send: (key: string) => Promise<Outcome<ActoRequerimiento>>,
  ): Promise<boolean> {
    const result = await run(
      () => send(keyOf(content)),
      async (hecho) => {
        attempt = { of: '', key: '' }
        done.value = { acto, hecho }
        await lista.reload()
      },
    )
    return result.ok
  }

  const emit = (body: RequerimientoPedido) => perform('emitido', body, (key) => emitRequerimiento(body, key))
  const notify = (id: string, body: NotificacionPedida) =>
    perform('notificado', { id, ...body }, (key) => notifyRequerimiento(id, body, key))
  const acknowledge = (id: string) => perform('acusado', { id }, (key) => acknowledgeRequerimiento(id, key))

  function save(id: string, formato: FormatoRequerimiento): void {
    void descarga.start(`${id} ${formato}`, (onProgress) => downloadRequerimiento(id, formato, onProgress))
  }

  function preview(formato: FormatoRequerimiento, body: RequerimientoPedido): void {
    void descarga.start(formato, (onProgress) => previewRequerimiento(formato, body, onProgress))
  }

  return { lista, descarga, busy, problem, done, emit, notify, acknowledge, save, preview }
}
