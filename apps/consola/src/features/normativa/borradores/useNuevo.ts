import type { Outcome } from '@conoceles/api-client'
import { useRouter } from 'vue-router'
import { useAct } from '../../../shared/red/useAct.ts'

/** Begins a draft and opens it at `route`: the same click twice is one draft. */
export function useNuevo(route: string, crear: (key: string) => Promise<Outcome<{ borrador: { id: string } }>>) {
  const router = useRouter()
  const { busy, problem, run } = useAct()
  let key = crypto.randomUUID()

  async function empezar(): Promise<void> {
    const result = await run(() => crear(key))
    if (!result.ok) return
    key = crypto.randomUUID()
    await router.push({ name: route, params: { id: result.data.borrador.id } })
  }

  return { busy, refusal: problem, empezar }
}
