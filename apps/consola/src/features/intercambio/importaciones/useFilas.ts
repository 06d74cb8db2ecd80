import { isOneOf } from '@conoceles/domain/typed'
import { computed, watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { TIPOS_HALLAZGO } from '@conoceles/domain'
import { VEREDICTOS, type TipoHallazgo, type Veredicto } from '../../../api-types.ts'
import { useKeyset } from '../../../shared/red/useKeyset.ts'
import { listFilas, type FilasQuery } from './importaciones.api.ts'

/** Rows to show: those of a verdict, or those with something to look at or to mend. */
export type Mostradas = Veredicto | 'advertir' | TipoHallazgo
const MOSTRADAS: readonly Mostradas[] = [...VEREDICTOS, 'advertir', ...TIPOS_HALLAZGO]

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

function queryOf(mostradas: Mostradas | null): FilasQuery {
  if (mostradas === null) return {}
  if (mostradas === 'advertir') return { advertidas: 'true' }
  return isHallazgo(mostradas) ? { hallazgo: mostradas } : { veredicto: mostradas }
}

function isHallazgo(mostradas: Mostradas): mostradas is TipoHallazgo {
  return isOneOf<Mostradas>(TIPOS_HALLAZGO, mostradas)
}
