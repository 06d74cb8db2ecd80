import type { EntityManager } from 'typeorm'
import { MOMENTOS, type ActividadPack, type Milestone, type ProgramaPack, type TablaInforme } from '@conoceles/domain'
import type { EntregableDto } from '../../programa/actividades/index.ts'
import { diaEnCifras, diaEnPalabras, mesEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { CongelarParts } from './congelar-parts.ts'
import type { Congelado, Momento } from '../momento.ts'

type Organos = readonly { clave: string; nombre: string; aprueba: Milestone | null }[]

/** The plan de trabajo: areas, actividades and dates are those of the programme; people write the other three contents. */
export async function congelarPlanTrabajo(tx: EntityManager, _momento: Momento, { actividades, procesos, vigentes }: CongelarParts): Promise<Congelado> {
  const { programa, entregables } = await actividades.panorama(tx)
  const { organos } = (await procesos.proceso(tx)).catalogos
  return {
    tablas: [
      tablaAreas(programa, { entregables, organos }),
      tablaCalendario(entregables),
      tablaSesiones(programa, organos),
      tablaCuestionarios((await vigentes.list(tx)).map(({ row }) => row)),
    ],
    metodo: METODO,
  }
} // prettier-ignore

const METODO = [
  'Las actividades, sus áreas y sus fechas son las del programa de trabajo cargado en el sistema, con lo que se haya resuelto cuando sus fuentes se contradicen.',
  'Lo que depende de un acuerdo o de otro hecho no tiene fecha hasta que ocurre.',
]

const texto = (clave: string, nombre: string) => ({ clave, nombre, tipo: 'texto' as const })
const SIN = { total: null, notas: [], grafica: null }
const NO_APLICA = 'No aplica'

interface Material {
  entregables: readonly EntregableDto[]
  organos: Organos
}

function tablaAreas(programa: ProgramaPack, { entregables, organos }: Material): TablaInforme {
  const nombres = new Map(programa.areas.map(({ clave, nombre }) => [clave, nombre]))
  return {
    clave: 'areas',
    titulo: 'Áreas responsables de realizar las actividades y entregables',
    rotulo: 'Actividad',
    denominador: `Actividades del programa de trabajo: ${programa.actividades.length}.`,
    columnas: [
      texto('nombre', 'Entregable'),
      texto('responsable', 'Área responsable'),
      texto('apoyo', 'Áreas de apoyo'),
      texto('inicio', 'Inicio'),
      texto('termino', 'Término'),
      texto('aprueba', 'Aprueba'),
      texto('destinatario', 'Destinatario'),
    ],
    filas: programa.actividades.map((actividad) => ({
      clave: actividad.clave,
      nombre: actividad.numero === 'S/ID' ? 'Sin número' : actividad.numero,
      celdas: [
        actividad.nombre,
        ...areasDe(actividad, nombres),
        ...diasDe(entregables.filter((each) => each.actividad === actividad.clave)),
        ...caminoDe(actividad, organos),
      ],
    })),
    ...SIN,
  }
}

/** The area of the first step, and those that take part in the others. */
function areasDe({ cadena }: ActividadPack, nombres: ReadonlyMap<string, string>): [string, string] {
  const all = [...new Set(cadena.flatMap(({ responsables }) => responsables))].map((clave) => nombres.get(clave) ?? clave)
  const [first = NO_APLICA, ...rest] = all
  return [first, rest.join(', ') || NO_APLICA]
}

function diasDe(entregables: readonly EntregableDto[]): [string, string] {
  const days = entregables.flatMap(({ hitos }) => hitos.flatMap(({ inicio, vence }) => [inicio, vence].flatMap((day) => day ?? []))).sort()
  const said = (day: string | undefined) => (day === undefined ? 'Según el hecho que la abre' : diaEnCifras(day))
  return [said(days[0]), said(days.at(-1))]
}

function caminoDe({ cadena, statements }: ActividadPack, organos: Organos): [string, string] {
  const milestones = new Set([...cadena, ...statements].map(({ milestone }) => milestone))
  const approve = organos.filter(({ aprueba }) => aprueba !== null && milestones.has(aprueba)).map(({ nombre }) => nombre)
  return [approve.join(', ') || NO_APLICA, milestones.has('remision') ? 'Instituto Nacional Electoral' : NO_APLICA]
}

function tablaCalendario(entregables: readonly EntregableDto[]): TablaInforme {
  const dated = entregables
    .flatMap((entregable) => entregable.hitos.map((hito) => ({ entregable, hito })))
    .filter(({ hito: { vence } }) => vence !== null)
    .sort((a, b) => String(a.hito.vence).localeCompare(String(b.hito.vence)))
  return {
    clave: 'calendario',
    titulo: 'Calendario de actividades',
    rotulo: 'Último día',
    denominador: dated.length === 0 ? 'Ninguna actividad tiene fecha.' : `Momentos con fecha: ${dated.length}.`,
    columnas: [texto('inicio', 'Inicio'), texto('actividad', 'Actividad'), texto('momento', 'Qué toca'), texto('areas', 'Áreas')],
    filas: dated.map(({ entregable, hito }, at) => ({
      clave: String(at + 1),
      nombre: diaEnCifras(hito.vence ?? ''),
      celdas: [
        hito.inicio === null ? NO_APLICA : diaEnCifras(hito.inicio),
        nombreDe(entregable),
        MOMENTOS[hito.milestone],
        hito.responsables.map(({ nombre }) => nombre).join(', '),
      ],
    })),
    ...SIN,
  }
}

function nombreDe({ numero, nombre, mes, evento }: EntregableDto): string {
  const de = mes === null ? (evento?.titulo ?? null) : mesEnPalabras(mes)
  return `${numero === 'S/ID' ? '' : `${numero} `}${nombre}${de === null ? '' : ` (${de})`}`
}

function tablaSesiones({ sesiones }: ProgramaPack, organos: Organos): TablaInforme {
  return {
    clave: 'sesiones',
    titulo: 'Sesiones previstas en el programa',
    rotulo: 'Día',
    denominador: sesiones.length === 0 ? 'El programa no prevé sesiones con fecha.' : `Sesiones previstas: ${sesiones.length}.`,
    columnas: [texto('organo', 'Órgano'), texto('tipo', 'Tipo'), texto('numero', 'Número')],
    filas: sesiones.map(({ organo, tipo, numero, anio, fecha }) => ({
      clave: `${organo}-${tipo}-${numero}-${anio}`,
      nombre: diaEnPalabras(fecha),
      celdas: [organos.find(({ clave }) => clave === organo)?.nombre ?? organo, TIPOS[tipo], `${numero} de ${anio}`],
    })),
    ...SIN,
  }
}

const TIPOS = { ordinaria: 'Ordinaria', extraordinaria: 'Extraordinaria' } as const

interface Cuestionario {
  titulo: string
  version: number
  vigenteDesde: string
}

function tablaCuestionarios(cuestionarios: readonly Cuestionario[]): TablaInforme {
  return {
    clave: 'cuestionarios',
    titulo: 'Versiones de los cuestionarios que rigen',
    rotulo: 'Cuestionario',
    denominador: cuestionarios.length === 0 ? 'Todavía no rige ningún cuestionario.' : `Cuestionarios: ${cuestionarios.length}.`,
    columnas: [texto('version', 'Versión'), texto('desde', 'Vigente desde')],
    filas: cuestionarios.map(({ titulo, version, vigenteDesde }, at) => ({
      clave: String(at + 1),
      nombre: titulo,
      celdas: [String(version), diaEnPalabras(vigenteDesde)],
    })),
    ...SIN,
  }
}
