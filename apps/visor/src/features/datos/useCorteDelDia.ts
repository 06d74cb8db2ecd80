import { ref, type Ref } from 'vue'
import type { Problem } from '@conoceles/api-client'
import { api } from '../../api.ts'
import type { CorteVigente } from '../../api-types.ts'
import { endOfDay } from '../../shared/pagina/dates.ts'

/** `nada`: nothing was public by then; `porVenir`: that day has not come. */
export type DelDia = CorteVigente | 'nada' | 'porVenir'

interface Told {
  /** Null: nothing is asked. */
  corte: DelDia | null
  problem: Problem | null
}

/** The corte in force when a day ended; asked anew, the last question wins. Without a day nothing is asked any more. */
export function useCorteDelDia(): { [Part in keyof Told]: Ref<Told[Part]> } & { ask: (day: string) => Promise<void> } {
  const corte = ref<DelDia | null>(null)
  const problem = ref<Problem | null>(null)
  let asked = 0
  async function ask(day: string): Promise<void> {
    const turn = (asked += 1)
    const told = day ? toldBy(await api.corteEn(endOfDay(day))) : { corte: null, problem: null }
    if (turn !== asked) return
    corte.value = told.corte
    problem.value = told.problem
  }
  return { corte, problem, ask }
}

function toldBy(answer: Awaited<ReturnType<typeof api.corteEn>>): Told {
  if (answer.ok) return { corte: answer.data, problem: null }
  if (answer.problem.code === 'corte.por_venir') return { corte: 'porVenir', problem: null }
  return answer.problem.status === 404 ? { corte: 'nada', problem: null } : { corte: null, problem: answer.problem }
}
