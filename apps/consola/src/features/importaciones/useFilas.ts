import { computed, watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { VEREDICTOS, type Veredicto } from '../../api-types.ts'
import { useKeyset } from '../../shared/useKeyset.ts'
import { listFilas } from './importaciones.api.ts'

/** Rows to show: those of a verdict, or those with something to look at. */
export type Mostradas = Veredicto | 'advertir'
const MOSTRADAS: readonly Mostradas[] = [...VEREDICTOS, 'advertir']

/** The rows of an import, read by parts once there are verdicts; the address says which. */
export function useFilas(id: string, judged: Ref<boolean>) {
  const route = useRoute()
  const router = useRouter()
  const chosen = computed(() => MOSTRADAS.find((mostradas) => mostradas === route.query.veredicto) ?? null)
  const list = useKeyset((despues) =>
    listFilas(id, { ...queryOf(chosen.value), despues: despues === undefined ? undefined : Number(despues) }),
  )

  watch(
    [chosen, judged],
    () => {
      if (judged.value && route.params.id === id) void list.reload()
    },
    { immediate: true },
  )

  function choose(mostradas: Mostradas | null): void {
    void router.replace({ query: mostradas === null ? {} : { veredicto: mostradas } })
  }

  return { chosen, list, choose }
}

function queryOf(mostradas: Mostradas | null): { veredicto?: Veredicto; advertidas?: 'true' } {
  if (mostradas === null) return {}
  return mostradas === 'advertir' ? { advertidas: 'true' } : { veredicto: mostradas }
}
