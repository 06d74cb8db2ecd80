import { conArticulo, localDay, longDate, membreteDe, sesionEnPalabras } from '@conoceles/domain'
import { diaEnPalabras } from '../../../../shared/documentos/fechas.ts'
import { toCarta, type Persona } from '../../../../shared/documentos/institucional/carta.ts'
import type { PdfBlock, PdfDocument } from '../../../../shared/documentos/pdf/model.ts'
import type { ConvocatoriaDto } from '../sesiones.dto.ts'
import { impresa, lugarEnPalabras, nombreEntero, papelDe, personaDe, puntosBlock, type Leida } from './comun.ts'

/** The convocatoria as it would go out now, to be read before: it was not sent. */
export function toProyectoConvocatoria(leida: Leida): PdfDocument {
  const { integrantes, historia, fecha } = leida.sesion
  const nameOf = (...encargos: string[]) => integrantes.find(({ ejerce }) => ejerce !== null && encargos.includes(ejerce))?.nombre ?? null
  const signed = { firma: nameOf('presidencia'), conducto: nameOf('secretaria_ejecutiva', 'coadyuvante') }
  const en = historia.at(-1)?.en ?? `${fecha}T12:00:00Z`
  return toConvocatoria(leida, { ...signed, en, numero: null, documentos: [], advertencias: [], folio: '' })
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
      asunto: `Se convoca a la ${sesionEnPalabras(sesion)}`,
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
    { membrete: membreteDe(emisor.membrete, { instituto, dia: sesion.fecha }), instituto, proceso },
  )
}

function bodyOf(leida: Leida, { conducto, documentos }: ConvocatoriaDto): PdfBlock[] {
  const { sesion, organo, emisor } = leida
  const founded = impresa(organo.convocatoria?.fundamento)
  const opening = founded === null ? 'Por medio del presente' : `Con fundamento en ${founded}, por medio del presente`
  const hour = sesion.hora === null ? '' : `, a las ${sesion.hora} horas`
  const through = conducto === null ? '' : `, por conducto de la ${emisor.secretaria},`
  const papers = documentos.length > 0 ? `Se acompañan, además: ${documentos.map(({ nombre }) => nombre).join('; ')}.` : null
  return [
    {
      type: 'paragraph',
      text: `${opening}${through} se les convoca a la ${nombreEntero(leida)}, a celebrarse el día ${diaEnPalabras(sesion.fecha)}${hour}${lugarEnPalabras(sesion)}, conforme al siguiente:`,
    },
    { type: 'lines', align: 'center', strong: true, keep: true, lines: ['PROYECTO DE ORDEN DEL DÍA'] },
    puntosBlock(leida),
    ...(papers === null ? [] : [{ type: 'paragraph' as const, text: papers }]),
    { type: 'paragraph', text: 'Sin otro particular, les envío un cordial saludo.' },
  ]
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
  const titulo = held ? 'Orden del día' : 'Proyecto de orden del día'
  const en = sesion.historia.at(-1)?.en ?? `${sesion.fecha}T12:00:00Z`
  return papelDe(leida, { titulo, en, marcas: held ? [] : ['PROYECTO'] }, [
    { type: 'lines', align: 'center', strong: true, lines: [nombreEntero(leida), when] },
    puntosBlock(leida),
  ])
}
