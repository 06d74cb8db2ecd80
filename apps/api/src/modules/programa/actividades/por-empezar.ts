import { endOfDay, entregableName, groupBy, longDate, type PlanTrabajo, type ScheduledMilestone } from '@conoceles/domain'
import type { PendienteDto } from '../../registro/index.ts'
import { planOf, type Board } from './cadena.ts'

/** Work of the day: entregables whose next step leaves no more time than its own day, by the steps, organs and terms that are left. */
export function porEmpezar(board: Board): { entregable: string; pendiente: PendienteDto }[] {
  const groups = groupBy(board.scheduled, ({ occurrence }) => occurrence.clave)
  return [...groups.values()]
    .flatMap((group) => {
      const plan = group[0] && planOf(group[0].occurrence, group, board)
      return plan && group[0] && plan.pasos.length > 1 && plan.urge ? [{ plan, own: group[0] }] : []
    })
    .sort((one, other) => one.plan.empezar.localeCompare(other.plan.empezar))
    .map(({ plan, own }) => ({ entregable: own.occurrence.clave, pendiente: toPendiente(plan, own, board) }))
}

function toPendiente(plan: PlanTrabajo, { occurrence }: ScheduledMilestone, board: Board): PendienteDto {
  const evento = board.eventos.find(({ id }) => id === occurrence.evento?.id) ?? null
  const nombre = entregableName({ nombre: occurrence.actividad.nombre, mes: occurrence.mes, evento })
  const { dia, texto } = decir(plan)
  return {
    clave: `trabajo_${occurrence.clave}`,
    texto: `«${nombre}»: ${texto}`,
    cuantas: 1,
    venceEn: endOfDay(dia, board.zona).toString(),
    enlace: `/actividades/${occurrence.clave.replace('/', '~')}#pasos`,
  }
}

/** The next step and its last day; or, where the time is not enough, the day of the last moment. */
function decir({ alcanza, empezar, pasos }: PlanTrabajo): { dia: string; texto: string } {
  const toca = `toca ${lower(pasos.at(0)?.paso.texto ?? '')}`
  if (alcanza) return { dia: empezar, texto: `${toca}, a más tardar el ${longDate(empezar)}` }
  const dia = pasos.findLast(({ paso }) => paso.milestone !== null)?.fecha ?? empezar
  return { dia, texto: `el tiempo no alcanza para sus ${pasos.length} pasos antes del ${longDate(dia)}; ${toca}` }
}

function lower(texto: string): string {
  return texto.charAt(0).toLowerCase() + texto.slice(1)
}
