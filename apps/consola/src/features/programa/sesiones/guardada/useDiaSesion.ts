import { computed, watch, type Ref } from 'vue'
import type { Sesion } from '../../../../api-types.ts'
import { useRemote } from '../../../../shared/red/useRemote.ts'
import type { CelebrarForm } from '../celebracion/celebrar-form.ts'
import { listIntegrantes } from '../sesiones.api.ts'

/** A sesión as it is told: on the day that is said of it, with those who acted in its organ on that day. */
export function useDiaSesion(sesion: Readonly<Ref<Sesion | null>>, values: CelebrarForm) {
  const moved = computed(() => sesion.value !== null && values.fecha !== '' && values.fecha !== sesion.value.fecha)
  const integrantes = useRemote(() => listIntegrantes(sesion.value?.organo.clave ?? '', values.fecha))

  const contada = computed<Sesion | null>(() => {
    if (sesion.value === null || !moved.value) return sesion.value
    const ejercen = (integrantes.data.value?.elementos ?? []).filter(({ ejerce }) => ejerce !== null)
    return { ...sesion.value, fecha: values.fecha, integrantes: ejercen }
  })
  /** Whether it is known who acted on that day. */
  const ready = computed(
    () => !moved.value || (integrantes.data.value !== null && !integrantes.loading.value && integrantes.problem.value === null),
  )

  watch([moved, () => values.fecha], () => (moved.value ? integrantes.reload() : undefined), { immediate: true })

  return { contada, moved, ready, loading: integrantes.loading, problem: integrantes.problem, reload: integrantes.reload }
}
