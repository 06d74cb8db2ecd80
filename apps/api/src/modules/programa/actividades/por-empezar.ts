import { endOfDay, entregableName, groupBy, localDay, longDate, type PlanTrabajo, type ScheduledMilestone } from '@conoceles/domain'
import type { PendienteDto } from '../../registro/index.ts'
import { planOf, type Board } from './board.ts'

/** Work of the day: entregables whose next step leaves no more time than its own day, by the steps, organs and terms that are left. */
export function porEmpezar(board: Board): { entregable: string; pendiente: PendienteDto }[] {
  const hoy = localDay(board.ahora, board.zona)
  const groups = groupBy(board.scheduled, ({ occurrence }) => occurrence.clave)
  return [...groups.values()]
    .flatMap((group) => {
      const plan = group[0] && planOf(group[0].occurrence, group, board)
      return plan && group[0] && plan.pasos.length > 1 && plan.empezar <= hoy ? [{ plan, own: group[0] }] : []
    })
    .sort((one, other) => one.plan.empezar.localeCompare(other.plan.empezar))
    .map(({ plan, own }) => ({ entregable: own.occurrence.clave, pendiente: toPendiente(plan, own, board) }))
}

function toPendiente({ alcanza, pasos }: PlanTrabajo, { occurrence }: ScheduledMilestone, board: Board): PendienteDto {
  const evento = board.eventos.find(({ id }) => id === occurrence.evento?.id) ?? null
  const nombre = entregableName({ nombre: occurrence.actividad.nombre, mes: occurrence.mes, evento })
  const [first] = pasos
  const last = pasos.findLast(({ paso }) => paso.milestone !== null) ?? first
  const dia = (alcanza ? first : last)?.fecha ?? ''
  const texto = alcanza
    ? `«${nombre}»: toca ${lower(first?.paso.texto ?? '')}, a más tardar el ${longDate(dia)}`
    : `«${nombre}»: el tiempo no alcanza para sus ${pasos.length} pasos antes del ${longDate(dia)}; toca ${lower(first?.paso.texto ?? '')}`
  return {
    clave: `trabajo_${occurrence.clave}`,
    texto,
    cuantas: 1,
    venceEn: endOfDay(dia, board.zona).toString(),
    enlace: `/actividades/${occurrence.clave.replace('/', '~')}#pasos`,
  }
}

function lower(texto: string): string {
  return texto.charAt(0).toLowerCase() + texto.slice(1)
}
