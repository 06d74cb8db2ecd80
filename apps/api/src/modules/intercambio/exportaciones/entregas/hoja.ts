import { ultimoDia, type Rol } from '@conoceles/domain'
import { cuantas, diaEnPalabras, instanteEnPalabras } from '../../../../shared/documentos/fechas.ts'
import { measureColumns } from '../../../../shared/documentos/pdf/columns.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../../../shared/documentos/pdf/model.ts'
import type { CuentaRow, EntregaRow } from './entregas.queries.ts'
import { enLista } from '../../../../shared/documentos/palabras.ts'
import { AVISO_SIMULACRO, CANDIDATURAS, type Emisor } from '../listados/contenido.ts'
import { ESTATUS } from '../listados/columnas.ts'
import type { Acuerdo } from '../listados/listados.queries.ts'

/** Content of the sheet of one delivery, before it is a file. */
export interface HojaEntrega {
  emisor: Emisor
  acuerdo: Acuerdo
  actor: { clave: string; nombre: string }
  candidaturas: EntregaRow[]
  cuentas: CuentaRow[]
  /** Null while it is only prepared. */
  entrega: { entregadaEn: string; recibe: string; folio: string } | null
  /** Instant of the reading. */
  corte: string
  /** Local day of the delivery, or today while there is none. */
  dia: string
  feriados: string[]
}

/** Sheet that goes with the accounts of an actor político, for its receiver to sign. No password is in it: there is none to give. */
export function toHoja(hoja: HojaEntrega): PdfDocument {
  const { emisor, actor, candidaturas, corte } = hoja
  const cut = `corte del ${instanteEnPalabras(corte, emisor.zona)}`
  return {
    title: 'Entrega de cuentas de captura',
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    foot: [`Entrega de cuentas a ${actor.clave}`, cut, ...(emisor.simulacro ? ['simulacro'] : [])].join(' · '),
    notice: emisor.simulacro ? AVISO_SIMULACRO : null,
    createdAt: corte,
    orientation: 'portrait',
    blocks: [
      { type: 'facts', facts: factsOf(hoja) },
      { type: 'heading', level: 2, text: 'Plazo de captura' },
      ...plazosOf(hoja).map((text): PdfBlock => ({ type: 'paragraph', text })),
      { type: 'heading', level: 2, text: 'Cuentas que se entregan' },
      ...cuentasOf(hoja),
      { type: 'heading', level: 2, text: 'Quién recibe y quién entrega' },
      { type: 'blanks', labels: BLANKS },
      { type: 'heading', level: 2, text: `Candidaturas que se capturan con estas cuentas: ${candidaturas.length}` },
      candidaturasOf(candidaturas),
    ],
  }
}

const BLANKS = [
  'Recibe: nombre completo',
  'Cargo o representación',
  'Firma de quien recibe',
  'Fecha y hora en que recibe',
  'Entrega por el instituto: nombre y cargo',
  'Firma de quien entrega',
]

function factsOf({ emisor, acuerdo, actor, candidaturas, cuentas, entrega, corte }: HojaEntrega): PdfFact[] {
  return [
    { label: 'Actor político', text: `${actor.nombre} (${actor.clave})` },
    { label: 'Acuerdo', text: `${acuerdo.numero}, del ${diaEnPalabras(acuerdo.fecha)}` },
    { label: 'Se entregan', text: `${cuantas(cuentas.length, ['cuenta', 'cuentas'])}, para ${cuantas(candidaturas.length, CANDIDATURAS)}` },
    ...(entrega
      ? [
          { label: 'Entrega registrada', text: `${instanteEnPalabras(entrega.entregadaEn, emisor.zona)}; folio ${entrega.folio}` },
          { label: 'Recibió', text: entrega.recibe },
        ]
      : [{ label: 'Entrega registrada', text: 'todavía no' }]),
    { label: 'Corte de los datos', text: instanteEnPalabras(corte, emisor.zona) },
  ]
}

/** One sentence for each way of counting among these candidaturas. */
function plazosOf(hoja: HojaEntrega): string[] {
  const ways = new Map<string, EntregaRow[]>()
  for (const row of hoja.candidaturas) {
    const key = `${row.dias}|${row.tipoDias}|${row.desde}|${row.vence}`
    ways.set(key, [...(ways.get(key) ?? []), row])
  }
  return [...ways.values()].map((rows) => {
    const cargos = enLista([...new Set(rows.map(({ cargoNombre }) => cargoNombre))])
    return `${ways.size === 1 ? '' : `${cargos}: `}${plazoOf(rows, hoja)}`
  })
}

function plazoOf([row]: EntregaRow[], hoja: HojaEntrega): string {
  if (!row) return ''
  const days = cuantas(row.dias, row.tipoDias === 'naturales' ? ['día natural', 'días naturales'] : ['día hábil', 'días hábiles'])
  const approval = `al de la aprobación del acuerdo (${diaEnPalabras(hoja.acuerdo.fecha)})`
  const event = row.desde === 'entrega' ? 'al de la entrega de las cuentas' : approval
  return `${days}, que se cuentan desde el día siguiente ${event}.${endOf(row, hoja)}`
}

function endOf(row: EntregaRow, { entrega, dia, feriados }: HojaEntrega): string {
  if (row.vence !== null) return ` Vence el ${diaEnPalabras(row.vence)} a las 23:59 horas.`
  if (entrega || row.desde === 'acuerdo') return ''
  const end = diaEnPalabras(ultimoDia(dia, row, feriados))
  return ` Si la entrega es hoy, ${diaEnPalabras(dia)}, vence el ${end} a las 23:59 horas.`
}

function cuentasOf({ cuentas, actor }: HojaEntrega): PdfBlock[] {
  if (cuentas.length === 0)
    return [{ type: 'paragraph', text: `${actor.nombre} todavía no tiene cuentas: la administración debe invitarlas antes de la entrega.` }]
  const rows = cuentas.map(({ nombre, correo, rol, estatus }) => [nombre, correo, ROLES[rol] ?? rol, ESTATUS_CUENTA[estatus]])
  return [
    tableOf(['Nombre', 'Correo electrónico', 'Qué puede hacer', 'Estatus'], rows),
    {
      type: 'paragraph',
      text: 'Este documento no contiene contraseñas y el instituto no las conoce: cada persona elige la suya con el enlace que recibe por correo, que funciona una sola vez.',
    },
  ]
}

const ROLES: Partial<Record<Rol, string>> = { captura: 'Captura', validacion: 'Captura y valida', candidata: 'Captura la propia' }
const ESTATUS_CUENTA: Record<CuentaRow['estatus'], string> = { activa: 'Activa', invitada: 'Invitada por correo' }

function candidaturasOf(candidaturas: EntregaRow[]): PdfBlock {
  const ended = candidaturas.some(({ estatus }) => estatus !== 'aprobada')
  const rows = candidaturas.map(({ cargoNombre, lugar, folio, calidad, nombre, estatus }) => [
    nombre,
    cargoNombre,
    lugar,
    String(folio),
    calidad === 'propietaria' ? 'Propietaria' : 'Suplente',
    ...(ended ? [ESTATUS[estatus]] : []),
  ])
  return tableOf(['Nombre', 'Cargo', 'Demarcación', 'Folio', 'Candidatura', ...(ended ? ['Estatus'] : [])], rows)
}

function tableOf(titles: string[], rows: string[][]): PdfBlock {
  return { type: 'table', columns: measureColumns(titles, rows, 'portrait'), rows }
}
