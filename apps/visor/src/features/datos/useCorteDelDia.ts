import { ref, type Ref } from 'vue'
import type { Problem } from '@conoceles/api-client'
import { api } from '../../api.ts'
import type { CorteVigente } from '../../api-types.ts'
import { endOfDay } from '../../shared/dates.ts'

interface CorteDelDia {
  corte: Ref<CorteVigente | 'nada' | null>
  problem: Ref<Problem | null>
  ask: (day: string) => Promise<void>
}

/** The corte in force when a day ended; asked anew, the last question wins. */
export function useCorteDelDia(): CorteDelDia {
  const corte: CorteDelDia['corte'] = ref(null)
  const problem: CorteDelDia['problem'] = ref(null)
  let asked = 0
  async function ask(day: string): Promise<void> {
    const turn = (asked += 1)
    const answer = await api.corteEn(endOfDay(day))
    if (turn !== asked) return
    problem.value = answer.ok || answer.problem.status === 404 ? null : answer.problem
    corte.value = answer.ok ? answer.data : answer.problem.status === 404 ? 'nada' : null
  }
  return { corte, problem, ask }
}
