import type { Milestone } from '../../programa/actividad.ts'
import type { EstatusPlazo } from '../../programa/plazos/estatus-plazo.ts'
import { numero, parteDe, porcentaje, type CeldaInforme, type FilaInforme, type TablaInforme } from './tabla.ts'

/** A dated moment of an actividad of the plan, as it stands at the cut. Days are local. */
export interface MomentoPlan {
  /** Number of the actividad, as it is shown, and its name. */
  actividad: string
  nombre: string
  /** Its document with its article and its month; null: the programme names none. */
  documento: string | null
  /** Month or event that tells repeated duties apart; null for a duty that is owed once. */
  de: string | null
  momento: string
  milestone: Milestone
  vence: string | null
  estatus: EstatusPlazo
  /** The day that its evidence bears; null while nothing was brought. */
  hecho: string | null
  referencia: string | null
  /** Names of the areas that answer for it. */
  areas: string[]
}

const HECHOS: readonly EstatusPlazo[] = ['cumplida_en_tiempo', 'cumplida_tarde']
const CON_FECHA = (estatus: EstatusPlazo) => estatus !== 'sin_fecha' && estatus !== 'no_aplica'

/** Milestones met between two days, both included, in the order in which they were. */
export function realizadosDe(momentos: readonly MomentoPlan[], { desde, hasta }: { desde: string; hasta: string }): MomentoPlan[] {
  return momentos
    .filter(({ hecho, estatus }) => hecho !== null && hecho >= desde && hecho <= hasta && estatus !== 'no_aplica')
    .sort((a, b) => String(a.hecho).localeCompare(String(b.hecho)))
}

export function tablaRealizadas(momentos: readonly MomentoPlan[], { desde, hasta, titulo }: { desde: string; hasta: string; titulo: string }): TablaInforme {
  const own = realizadosDe(momentos, { desde, hasta })
  return {
    clave: 'realizadas',
    titulo,
    rotulo: 'Actividad',
    denominador: own.length === 0 ? 'En esas fechas no consta ninguna actividad con evidencia.' : `Momentos del plan con evidencia de esas fechas: ${own.length}.`,
    columnas: [texto('momento', 'Qué se hizo'), texto('dia', 'Día'), texto('evidencia', 'Evidencia'), texto('plazo', 'Plazo')],
    filas: own.map((each, at) => fila(each, at, [each.momento, diaEnTabla(each.hecho), each.referencia ?? '', PLAZOS[each.estatus] ?? ''])),
    total: null,
    notas: ['El día es el que lleva la evidencia, no el de su captura en el sistema.'],
    grafica: null,
  }
} // prettier-ignore

/** Milestones that fall due between two days, both included, and were not met. */
export function tablaPorVencer(momentos: readonly MomentoPlan[], { desde, hasta, titulo }: { desde: string; hasta: string; titulo: string }): TablaInforme {
  const own = momentos
    .filter(({ vence, hecho }) => hecho === null && vence !== null && vence >= desde && vence <= hasta)
    .sort((a, b) => String(a.vence).localeCompare(String(b.vence)))
  return {
    clave: 'por-vencer',
    titulo,
    rotulo: 'Actividad',
    denominador: own.length === 0 ? 'En esas fechas no vence ningún plazo pendiente.' : `Plazos sin cumplir con su último día en esas fechas: ${own.length}.`,
    columnas: [texto('momento', 'Qué toca'), texto('vence', 'Último día')],
    filas: own.map((each, at) => fila(each, at, [each.momento, `${diaEnTabla(each.vence)}${each.estatus === 'vencida' ? ', vencido' : ''}`])),
    total: null,
    notas: [],
    grafica: null,
  }
} // prettier-ignore

const CUMPLIDO = 'Cumplido es lo que tiene su evidencia, dentro de su plazo o después: el porcentaje y la gráfica cuentan los dos.'

/** How each actividad of the plan goes: dated moments, and of them those done, late, and overdue. */
export function tablaPlan(momentos: readonly MomentoPlan[]): TablaInforme {
  const groups = new Map<string, MomentoPlan[]>()
  for (const each of momentos) {
    const key = conNumero(each)
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  const dated = momentos.filter(({ estatus }) => CON_FECHA(estatus))
  return {
    clave: 'plan',
    titulo: 'Avance de cada actividad del plan de trabajo',
    rotulo: 'Actividad',
    denominador: `Momentos del plan con fecha: ${dated.length}. El porcentaje es de los que tienen fecha en cada renglón.`,
    columnas: [
      numero('momentos', 'Con fecha'),
      numero('enTiempo', 'Cumplidos en tiempo'),
      numero('tarde', 'Cumplidos tarde'),
      numero('pendientes', 'Por cumplir'),
      numero('vencidos', 'Vencidos'),
      porcentaje('parte', '% cumplido'),
    ],
    filas: [...groups].map(([nombre, own], at) => ({ clave: `${own[0]?.actividad ?? ''}-${at}`, nombre, celdas: avanceDe(own) })),
    total: { clave: 'total', nombre: 'Total', celdas: avanceDe(momentos) },
    notas: [CUMPLIDO, 'Cuando las fuentes de una fecha se contradicen y nadie ha decidido, rige la más próxima.', 'Lo que no aplica, con su razón asentada, no se cuenta.'],
    grafica: { titulo: 'Avance del plan', partes: ['enTiempo', 'tarde', 'pendientes', 'vencidos'], cuentan: 2, de: 'momentos' },
  }
} // prettier-ignore

function avanceDe(momentos: readonly MomentoPlan[]): CeldaInforme[] {
  const own = momentos.filter(({ estatus }) => CON_FECHA(estatus))
  const of = (estatus: EstatusPlazo) => own.filter((each) => each.estatus === estatus).length
  const [enTiempo, tarde, vencidos] = [of('cumplida_en_tiempo'), of('cumplida_tarde'), of('vencida')]
  const done = own.filter(({ estatus }) => HECHOS.includes(estatus)).length
  return [own.length, enTiempo, tarde, own.length - done - vencidos, vencidos, parteDe(done, own.length)]
}

const PLAZOS: Partial<Record<EstatusPlazo, string>> = {
  cumplida_en_tiempo: 'En tiempo',
  cumplida_tarde: 'Tarde',
  sin_fecha: 'Sin fecha',
}

const texto = (clave: string, nombre: string) => ({ clave, nombre, tipo: 'texto' as const })

function fila(momento: MomentoPlan, at: number, celdas: CeldaInforme[]): FilaInforme {
  return { clave: String(at + 1), nombre: nombreDeMomento(momento), celdas }
}

/** "11.5 Informes mensuales (abril de 2024)". */
export function nombreDeMomento(momento: MomentoPlan): string {
  return `${conNumero(momento)}${momento.de === null ? '' : ` (${momento.de})`}`
}

/** An actividad that the INE's calendar gives no number has its name alone. */
function conNumero({ actividad, nombre }: MomentoPlan): string {
  return actividad === 'S/ID' ? nombre : `${actividad} ${nombre}`
}

export function diaEnTabla(day: string | null): string {
  return day === null ? '' : day.split('-').reverse().join('/')
}
