import {
  ACTOS_CON_OFICIO,
  emisionDe,
  faltasDelOficio,
  leyQueRige,
  porEmitir,
  SENTIDOS_DERECHO,
  type ActoDerecho,
  type DatosOficio,
  type ReglasAvisoPack,
  type ReglasDerecho,
  type SentidoDerecho,
} from '@conoceles/domain'
import type { CitaOficioDto, OficiosDerechoDto, OficioPorEmitirDto } from './oficios.dto.ts'
import type { OficioAnterior } from '../derechos.queries.ts'
import { escritoDe } from '../escrito.ts'
import { fundamentoDe, type FundamentoPapel } from '../fundamento.ts'
import type { Hecho, SolicitudDerecho } from '../solicitud-derecho.entity.ts'

interface DeCarta {
  row: SolicitudDerecho
  hermanas: readonly SolicitudDerecho[]
  reglas: ReglasDerecho
  reglasAviso: ReglasAvisoPack
}

export interface Carta {
  /** Requests that the letter answers. */
  escrito: SolicitudDerecho[]
  fundamento: FundamentoPapel
  /** Parts of which the pack or the institute is sure: nobody needs to type them. */
  seguros: DatosOficio
}

/** Requests that the letter of an act answers, the law on which it rests, and its sure parts. */
export function cartaOf({ row, hermanas, reglas, reglasAviso }: DeCarta, hecho: Hecho | undefined): Carta {
  const escrito = escritoDe(row, hermanas, { hecho, reglas })
  const fundamento = fundamentoDe({ ...row, derechos: escrito.map(({ derecho }) => derecho) }, reglasAviso.leyes, hecho)
  return { escrito, fundamento, seguros: segurosDe(reglasAviso, fundamento) }
}

function segurosDe({ datos }: ReglasAvisoPack, { cita, conArticulos, garante }: FundamentoPapel): DatosOficio {
  const sure = (clave: string) => datos.find((each) => each.clave === clave && each.confianza === 'alta')?.valor
  const [domicilio, horario] = [sure('domicilioUnidad'), sure('horarioUnidad')]
  return {
    ...(conArticulos && { fundamento: cita }),
    ...(garante && { garante }),
    ...(domicilio && { domicilio }),
    ...(horario && { horario }),
  }
}

/** Letters with which the form begins: sure parts, and otherwise those of the last letter that was issued. `anteriores`: oldest first. */
export function oficiosOf(de: DeCarta, anteriores: readonly OficioAnterior[]): OficiosDerechoDto {
  const { row, reglasAviso } = de
  const law = leyQueRige(reglasAviso.leyes, row.recibida)
  const same = anteriores.filter(({ recibida }) => leyQueRige(reglasAviso.leyes, recibida)?.clave === law?.clave)
  const { fundamento, seguros } = cartaOf(de, undefined)
  const { garante } = { ...BLANK, ...lastOf(same), ...seguros }
  const { domicilio, horario } = { ...BLANK, ...lastOf(anteriores), ...seguros }
  return {
    ...{ garante, domicilio, horario, fuente: fundamento.fuente },
    garantePropuesto: seguros.garante ? null : fundamento.garantePropuesto || null,
    citas: KINDS.map((kind) => citaOf(de, kind, same)),
    porEmitir: porEmitir(row.hechos).map((hecho) => porEmitirOf(de, hecho)),
  }
}

const BLANK: Required<DatosOficio> = { numero: '', fundamento: '', garante: '', domicilio: '', horario: '' }

/** Each part as the newest letter that has it. */
function lastOf(anteriores: readonly OficioAnterior[]): DatosOficio {
  return Object.assign({}, ...anteriores.map(({ oficio }) => oficio))
}

interface Kind {
  acto: ActoDerecho
  sentido: SentidoDerecho | null
}

const KINDS: readonly Kind[] = ACTOS_CON_OFICIO.flatMap((acto): Kind[] =>
  acto === 'responder' ? SENTIDOS_DERECHO.map((sentido) => ({ acto, sentido })) : [{ acto, sentido: null }],
)

function citaOf({ row, reglasAviso }: DeCarta, kind: Kind, anteriores: readonly OficioAnterior[]): CitaOficioDto {
  const { cita, conArticulos, propuesta } = fundamentoDe(row, reglasAviso.leyes, kind)
  const alike = (each: OficioAnterior) => each.acto === kind.acto && each.sentido === kind.sentido && each.derecho === row.derecho
  const before = anteriores.findLast((each) => alike(each) && each.oficio.fundamento)?.oficio.fundamento
  return { ...kind, cita: conArticulos ? cita : (before ?? ''), propuesta }
}

function porEmitirOf(de: DeCarta, hecho: Hecho): OficioPorEmitirDto {
  const { oficio, firma } = emisionDe(de.row.hechos, hecho)
  const { acto, sentido, folio } = hecho
  return {
    ...{ hecho: folio, acto, sentido, emitido: faltasDelOficio(de.row.hechos, hecho).length === 0 },
    ...{ ...BLANK, ...cartaOf(de, hecho).seguros, ...oficio },
    ...(firma ? { firmante: firma.nombre, cargoFirmante: firma.cargo } : { firmante: '', cargoFirmante: '' }),
  }
}
