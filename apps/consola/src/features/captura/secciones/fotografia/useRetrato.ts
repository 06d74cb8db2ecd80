import { onBeforeUnmount, ref, watch, type Ref } from 'vue'
import type { Fotografia } from '../../../../api-types.ts'
import { readFotografia } from '../captura.api.ts'

/** Address of her photograph in this page; it is read with the account's token. */
export function useRetrato(candidaturaId: string, fotografia: () => Fotografia | null): Ref<string | null> {
  const src = ref<string | null>(null)

  function release(): void {
    if (src.value !== null) URL.revokeObjectURL(src.value)
    src.value = null
  }

  async function show(sha256: string | undefined): Promise<void> {
    release()
    if (sha256 === undefined) return
    const result = await readFotografia(candidaturaId)
    if (result.ok && fotografia()?.sha256 === sha256) src.value = URL.createObjectURL(result.data)
  }

  watch(() => fotografia()?.sha256, show, { immediate: true })
  onBeforeUnmount(release)
  return src
}
