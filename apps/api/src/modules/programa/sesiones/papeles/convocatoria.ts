import { conArticulo, escrita, localDay, longDate, parrafosDe, sesionEnPalabras } from '@conoceles/domain'
import { diaEnPalabras } from '../../../../shared/documentos/fechas.ts'
import { toCarta, type Persona } from '../../../../shared/documentos/institucional/carta.ts'
import { enMayusculas } from '../../../../shared/documentos/institucional/papel.ts'
import type { PdfBlock, PdfDocument } from '../../../../shared/documentos/pdf/model.ts'
import type { ConvocatoriaDto } from '../sesiones.dto.ts'
import {
  fundamentoDe,
  impresa,
  lugarEnPalabras,
  membreteDelOrgano,
  nombreEntero,
  papelDe,
  personaDe,
  puntosBlock,
  type Leida,
} from './comun.ts'

/** The convocatoria as it would go out now, to be read before: it was not sent. */
export function toProyectoConvocatoria(leida: Leida): PdfDocument {
  const { integrantes, historia, fecha } = leida.sesion
  const nameOf = (...encargos: string[]) => integrantes.find(({ ejerce }) => ejerce !== null && encargos.includes(ejerce))?.nombre ?? null
  const signed = { firma: nameOf('presidencia'), conducto: nameOf('secretaria_ejecutiva', 'coadyuvante') }
  const en = historia.at(-1)?.en ?? `${fecha}T12:00:00Z`
  return toConvocatoria(leida, {
    ...signed,
    en,
    ...{ numero: null, ciudad: null, fundamento: null },
    documentos: [],
    advertencias: [],
    folio: '',
    plantilla: 0,
    plantillaOrden: 0,
  })
}

/** The convocatoria: a letter of the presidencia to each member, with the agenda that it proposes. Without folio it is a project. */
export function toConvocatoria(leida: Leida, convocatoria: ConvocatoriaDto): PdfDocument {
  const { sesion, organo, emisor, versiones } = leida
  const called = impresa(organo.convocatoria?.representaciones)
  const proyecto = convocatoria.folio === ''
  const { instituto, proceso, simulacro, lugar, zona } = emisor
  return toCarta(
    {
      titulo: `Convocatoria, ${sesionEnPalabras(sesion)}`,
      numero: convocatoria.numero === null ? null : `OFICIO ${convocatoria.numero}`,
      lugar,
      fecha: localDay(convocatoria.en, zona),
      asunto: escrita(leida.convocatoria, 'asunto', camposOf(leida, convocatoria)),
      destinatarios: [
        ...sesion.integrantes
          .filter(({ nombre }) => nombre !== convocatoria.firma && nombre !== convocatoria.conducto)
          .map((each) => personaDe(each, leida)),
        ...(called === null ? [] : [{ nombre: '', cargo: called }]),
      ],
      atencion: null,
      cuerpo: bodyOf(leida, convocatoria),
      firmas: signersOf(leida, convocatoria),
      ...{ anexos: [], copias: [], iniciales: null },
      marcas: [...(proyecto ? ['PROYECTO'] : []), ...(simulacro ? ['SIMULACRO, sin valor legal'] : [])],
      constancia: {
        facts: proyecto ? [] : [{ label: 'Folio del registro de la convocatoria', text: convocatoria.folio }],
        archivos: [...versiones, ...convocatoria.documentos],
      },
      creadaEn: convocatoria.en,
    },
    { membrete: membreteDelOrgano(leida), instituto, proceso },
  )
}

function bodyOf(leida: Leida, convocatoria: ConvocatoriaDto): PdfBlock[] {
  const campos = camposOf(leida, convocatoria)
  const said = (parte: 'apertura' | 'documentos' | 'cierre') =>
    parrafosDe(escrita(leida.convocatoria, parte, campos)).map((text): PdfBlock => ({ type: 'paragraph', text }))
  return [
    ...said('apertura'),
    { type: 'lines', align: 'center', strong: true, keep: true, lines: [enMayusculas(tituloOrden(leida, 'proyecto'))] },
    puntosBlock(leida),
    ...(convocatoria.documentos.length > 0 ? said('documentos') : []),
    ...said('cierre'),
  ]
}

function camposOf(leida: Leida, convocatoria: ConvocatoriaDto) {
  const { sesion, organo, emisor } = leida
  const { conducto, documentos } = convocatoria
  const founded = fundamentoDe(organo, convocatoria)
  return {
    apertura: founded === null ? 'Por medio del presente' : `Con fundamento en ${founded}, por medio del presente`,
    convoca: founded === null ? 'Se les convoca' : `Con fundamento en ${founded}, se les convoca`,
    conducto: conducto === null ? '' : `, por conducto de la ${emisor.secretaria},`,
    ...{ sesion: nombreEntero(leida), sesion_breve: sesionEnPalabras(sesion) },
    dia: diaEnPalabras(sesion.fecha),
    hora: sesion.hora === null ? '' : `, a las ${sesion.hora} horas`,
    lugar: lugarEnPalabras(sesion),
    documentos: documentos.map(({ nombre }) => nombre).join('; '),
  }
}

function tituloOrden({ ordenDelDia }: Leida, parte: 'proyecto' | 'titulo'): string {
  return escrita(ordenDelDia, parte, { papel: '', documento: '' })
}

function signersOf(leida: Leida, { firma, conducto }: ConvocatoriaDto): Persona[] {
  const known = (nombre: string | null, cargo: string): Persona => {
    const found = leida.sesion.integrantes.find((each) => each.nombre === nombre)
    return found ? personaDe(found, leida) : { nombre: nombre ?? '', cargo }
  }
  const breve = { nombre: leida.organo.breve ?? leida.organo.nombre, articulo: leida.organo.articulo ?? 'el' } as const
  return [known(firma, `Presidencia ${conArticulo(breve, 'de')}`), ...(conducto === null ? [] : [known(conducto, leida.emisor.secretaria)])]
}

/** The agenda by itself: a project until the sesión approved it. */
export function toOrdenDelDia(leida: Leida): PdfDocument {
  const { sesion } = leida
  const held = sesion.estatus === 'celebrada'
  const when = `${longDate(sesion.fecha)}${sesion.hora === null ? '' : `, ${sesion.hora} horas`}`
  const titulo = tituloOrden(leida, held ? 'titulo' : 'proyecto')
  const en = sesion.historia.at(-1)?.en ?? `${sesion.fecha}T12:00:00Z`
  return papelDe(leida, { titulo, en, marcas: held ? [] : ['PROYECTO'] }, [
    { type: 'lines', align: 'center', strong: true, lines: [nombreEntero(leida), when] },
    puntosBlock(leida),
  ])
}
