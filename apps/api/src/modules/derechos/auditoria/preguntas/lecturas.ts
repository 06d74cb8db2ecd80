import { materiaDe, ACTOS } from '@conoceles/domain'
import type { Quien } from '../../../../shared/act.ts'
import { listActos } from '../bitacora.queries.ts'
import type { ActoLeido, LecturaBitacoraService } from '../lectura.service.ts'
import { PREGUNTAS } from './preguntas.ts'
import { cuantos, type Contexto, type Respuesta } from './respuesta.ts'

const COLUMNAS = ['Cuándo', 'Quién', 'Cargo', 'Qué leyó', 'De quién', 'Para qué']
/** The newest of them; a period narrows. */
const MOST = 5_000

/** Questions whose answer tells of no persona: taking one away is no reading of personal data. */
const SIN_PERSONAS: ReadonlySet<string> = new Set(
  Object.values(PREGUNTAS).flatMap(({ pregunta, personal }) => (personal ? [] : [pregunta])),
)

const LECTURAS = Object.keys(ACTOS).filter((acto) => materiaDe(acto) === 'lecturas')

/** Each act by which somebody read private data of a persona: the newest 5,000. `cuenta`: by this account alone. */
export async function leerLecturas(
  { tx, periodo }: Pick<Contexto, 'tx' | 'periodo'>,
  quien: Quien,
  { lectura, cuenta }: { lectura: LecturaBitacoraService; cuenta: string | null },
): Promise<ActoLeido[]> {
  const { desde, hasta } = lectura.limites(periodo)
  const rows = await listActos(tx, { despues: null, actos: LECTURAS, desde, hasta, cuenta, objeto: null }, MOST)
  const leidos = await lectura.leer(tx, quien, rows)
  return leidos.filter(({ contenido }) => !SIN_PERSONAS.has(preguntaDe(contenido.detalle)))
}

export async function responderLecturas(contexto: Contexto, quien: Quien, lectura: LecturaBitacoraService): Promise<Respuesta> {
  const leidos = await leerLecturas(contexto, quien, { lectura, cuenta: null })
  const cuentas = new Set(leidos.map(({ contenido }) => contenido.cuenta)).size
  return {
    frases: [
      leidos.length === 0
        ? 'Nadie leyó datos personales.'
        : `${cuantos(leidos.length, ['lectura', 'lecturas'])} de ${cuantos(cuentas, ['cuenta', 'cuentas'])}.`,
      ...(leidos.length === MOST ? [`Se muestran las ${MOST.toLocaleString('es-MX')} más recientes: acote los días para ver otras.`] : []),
    ],
    columnas: COLUMNAS,
    filas: leidos.map((leido) => ({ celdas: celdasDe(leido), actos: [leido.row.n] })),
  }
}

function preguntaDe(detalle: unknown): string {
  return String((detalle as { pregunta?: unknown } | null)?.pregunta ?? '')
}

const WHY = ['Motivo', 'Explicación', 'Sustento', 'Pregunta']

function celdasDe({ palabras: { cuando, quien, acto, sobre, detalle } }: ActoLeido): string[] {
  const why = detalle.filter(({ termino }) => WHY.includes(termino)).map(({ texto }) => texto)
  const leidas = detalle.filter(({ termino }) => termino === 'De quiénes').map(({ texto }) => texto)
  return [cuando, quien.nombre, quien.cargo ?? '', acto, [nombreOf(sobre), ...leidas].join(': '), why.join('. ') || '—']
}

function nombreOf(sobre: ActoLeido['palabras']['sobre']): string {
  return sobre?.nombre ?? sobre?.tipo ?? '—'
}
