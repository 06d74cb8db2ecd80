import { computed, ref, shallowRef } from 'vue'
import type { Vista } from '../../../../api-types.ts'
import { useAct } from '../../../../shared/red/useAct.ts'
import { useRemote } from '../../../../shared/red/useRemote.ts'
import { deleteVista, listVistas, saveVista } from './directorio.api.ts'

/** The saved views of the account. One that was deleted can be put back until another is. */
export function useVistas() {
  const { data, reload } = useRemote(listVistas)
  const saving = useAct()
  const deleting = useAct()
  const deleted = shallowRef<Vista | null>(null)
  const saved = ref<string | null>(null)
  const vistas = computed(() => data.value?.elementos ?? [])

  async function save(nombre: string, consulta: string): Promise<boolean> {
    const follow = async () => {
      saved.value = nombre
      deleted.value = null
      await reload()
    }
    return (await saving.run(() => saveVista({ nombre, consulta }), follow)).ok
  }

  async function remove(vista: Vista): Promise<void> {
    const follow = async () => {
      saved.value = null
      deleted.value = vista
      await reload()
    }
    await deleting.run(() => deleteVista(vista.id), follow)
  }

  async function undo(): Promise<void> {
    const vista = deleted.value
    if (vista === null) return
    const follow = async () => {
      deleted.value = null
      await reload()
    }
    await deleting.run(() => saveVista({ nombre: vista.nombre, consulta: vista.consulta }), follow)
  }

  return { vistas, saved, deleted, saving, deleting, reload, save, remove, undo }
}
