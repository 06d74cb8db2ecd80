import { CONFIANZAS, type ProcesoPack, type Sourced } from '@conoceles/domain'
import { probar, type Falta } from '../falta.ts'
import type { Ruta } from '../json.ts'

/** Every datum says where it comes from, and how sure it is. */
export function faltasDeFuentes(pack: ProcesoPack): Falta[] {
  return [...deListas(pack), ...deObjetos(pack)].flatMap(([ruta, { fuente, confianza }]) =>
    probar(ruta, [
      { falla: !fuente, en: ['fuente'], dice: 'Este dato no dice su fuente', remedio: 'Escriba en «fuente» el documento de donde salió' },
      {
        falla: !CONFIANZAS.includes(confianza),
        en: ['confianza'],
        dice: `La confianza «${String(confianza)}» no existe`,
        remedio: `Use ${CONFIANZAS.join(', ')}`,
      },
    ]),
  )
}

type DeFuente = [Ruta, Sourced]

function deListas(pack: ProcesoPack): DeFuente[] {
  const { leyes, partes, datos } = pack.reglasAviso
  const listas: [Ruta, readonly Sourced[]][] = [
    ...LISTAS.map((lista): [Ruta, readonly Sourced[]] => [[lista], pack[lista]]),
    [['reglasAviso', 'leyes'], leyes],
    [['reglasAviso', 'partes'], partes],
    [['reglasAviso', 'datos'], datos],
    [['politicaPublicacion', 'campos'], pack.politicaPublicacion.campos],
    [['licencias'], pack.licencias ?? []],
  ]
  return [
    ...listas.flatMap(([ruta, filas]) => filas.map((fila, at): DeFuente => [[...ruta, at], fila])),
    ...pack.supuestos.flatMap(({ catalogo }, at): DeFuente[] => (catalogo ? [[['supuestos', at, 'catalogo', 'fundamento'], catalogo.fundamento]] : [])),
    ...pack.organos.flatMap(({ sesiones }, at): DeFuente[] => (sesiones ? [[['organos', at, 'sesiones'], sesiones]] : [])),
    ...pack.cuestionarios.flatMap(({ schema }, at) =>
      Object.entries((schema['properties'] ?? {}) as Record<string, Record<string, unknown>>).map(
        ([campo, pregunta]): DeFuente => [['cuestionarios', at, 'schema', 'properties', campo], fuenteDe(pregunta)],
      ),
    ),
  ] // prettier-ignore
}

const LISTAS = ['cargos', 'demarcaciones', 'actores', 'contiendas', 'postulaciones', 'tiposEleccion', 'grupos', 'supuestos', 'cuestionarios', 'avisosPrivacidad', 'calendario', 'feriados', 'causas', 'organos', 'integraciones', 'reglas', 'listados'] as const // prettier-ignore

function deObjetos({ instituto, politicaPublicacion, programa, oficio, acceso, revision }: ProcesoPack): DeFuente[] {
  const { orden, plazoObservacion, varias, requerimiento } = revision
  const { numeracion, lugar, remitente, destinatario, atencion } = oficio
  const objetos: [Ruta, Sourced | null | undefined][] = [
    [['instituto'], instituto],
    [['politicaPublicacion'], politicaPublicacion],
    [['programa', 'recordatorios'], programa.recordatorios],
    [['acceso'], acceso],
    [['revision', 'orden'], orden],
    [['revision', 'plazoObservacion'], plazoObservacion],
    [['revision', 'varias'], varias],
    [['revision', 'requerimiento', 'fundamento'], requerimiento?.fundamento],
    [['revision', 'requerimiento', 'efectos'], requerimiento?.efectos],
    [['oficio'], oficio],
    ...Object.entries({ numeracion, lugar, remitente, destinatario, atencion }).map(([parte, dato]): [Ruta, Sourced | null] => [
      ['oficio', parte],
      dato,
    ]),
  ]
  return objetos.flatMap(([ruta, dato]): DeFuente[] => (dato ? [[ruta, dato]] : []))
}

function fuenteDe(pregunta: Record<string, unknown>): Sourced {
  return { fuente: pregunta['x-fuente'], confianza: pregunta['x-confianza'] } as Sourced
}
