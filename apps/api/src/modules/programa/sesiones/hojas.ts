import { numerosDelDia } from '@conoceles/domain'
import { cuantas, instanteEnPalabras } from '../../../shared/documentos/fechas.ts'
import { tablaOf } from '../../../shared/documentos/institucional/papel.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../../shared/documentos/pdf/model.ts'
import { cargoEnLista, nombreEntero, papelDe, representacionesBlock, type Leida } from './papeles/comun.ts'
import type { AsistenciaDto, CelebracionDto, PuntoVotadoDto } from './sesiones.dto.ts'

/** Attendance and votes, as they are told now. */
export function toVotacion(leida: Leida, celebracion: CelebracionDto): PdfDocument {
  const { sesion, emisor } = leida
  const { zona } = emisor
  const { inicio, fin, asistencia, puntos, motivo, folio, registradaEn } = celebracion
  const voters = asistencia.filter(({ voto }) => voto)
  const numeros = numerosDelDia(sesion.tipo, sesion.puntos)
  const present = voters.filter(({ presente }) => presente).length
  const facts: PdfFact[] = [
    { label: 'Sesión', text: nombreEntero(leida) },
    { label: 'Inicio', text: instanteEnPalabras(inicio, zona) },
    { label: 'Término', text: instanteEnPalabras(fin, zona) },
    { label: 'Quórum', text: `${present} de ${cuantas(voters.length, ['integrante', 'integrantes'])} con voto` },
    { label: 'Asentada', text: `${instanteEnPalabras(registradaEn, zona)}; folio ${folio}` },
    ...(motivo ? [{ label: 'Corrige lo asentado antes', text: motivo }] : []),
  ]
  return papelDe(leida, { titulo: 'Asistencia y votación', en: registradaEn, marcas: [] }, [
    { type: 'facts', facts },
    { type: 'heading', level: 2, text: 'Lista de asistencia' },
    tablaOf(
      ['Nombre', 'Cargo', 'Voto', 'Asistió'],
      asistencia.map((each) => toAttendanceRow(each, leida)),
    ),
    ...(celebracion.representaciones ? representacionesBlock(leida) : []),
    ...puntos.flatMap((voted, at) => puntoOf(sesion.puntos[at]?.titulo ?? '', numeros[at] ?? 0, { voted, asistencia, zona })),
  ])
}

function toAttendanceRow(each: AsistenciaDto, leida: Leida): string[] {
  const { nombre, voto, presente } = each
  return [nombre, cargoEnLista(each, leida), voto ? 'Con voto' : 'Sin voto', presente ? 'Sí' : 'No']
}

interface Voted {
  voted: PuntoVotadoDto
  asistencia: readonly AsistenciaDto[]
  zona: string
}

function puntoOf(titulo: string, numero: number, { voted, asistencia, zona }: Voted): PdfBlock[] {
  const heading: PdfBlock = { type: 'heading', level: 2, text: `Punto ${numero}. ${titulo}` }
  const { cuenta, votadoEn, acuerdo, votos, calidad } = voted
  if (!cuenta || !votadoEn) return [heading, { type: 'paragraph', text: `${RESULTADOS[voted.resultado]}.` }]
  const facts: PdfFact[] = [
    { label: 'Resultado', text: `${RESULTADOS[voted.resultado]}${calidad ? ', por voto de calidad de la presidencia' : ''}` },
    { label: 'Votos', text: `${cuenta.a_favor} a favor, ${cuenta.en_contra} en contra, ${cuantas(cuenta.abstencion, ['abstención', 'abstenciones'])}, ${cuantas(cuenta.ausente, ['ausente', 'ausentes'])}` }, // prettier-ignore
    { label: 'Hora', text: instanteEnPalabras(votadoEn, zona) },
    ...(acuerdo ? [{ label: 'Acuerdo', text: acuerdo.numero }] : []),
  ]
  const nameOf = (id: string) => asistencia.find(({ integranteId }) => integranteId === id)?.nombre ?? id
  const rows = votos.map(({ integranteId, sentido }) => [nameOf(integranteId), SENTIDOS[sentido] ?? sentido])
  return [heading, { type: 'facts', facts }, tablaOf(['Integrante', 'Voto'], rows)]
}

const SENTIDOS: Record<string, string> = { a_favor: 'A favor', en_contra: 'En contra', abstencion: 'Abstención', ausente: 'Ausente' }
const RESULTADOS: Record<string, string> = {
  aprobado: 'Aprobado',
  rechazado: 'No aprobado',
  retirado: 'Retirado del orden del día',
  sin_votacion: 'No se vota',
}
