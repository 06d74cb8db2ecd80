import type { CampoPoliticaPack, ProcesoPack } from '@conoceles/domain'
import { probarFilas, type Falta } from '../falta.ts'
import { preguntasDe } from './cuestionarios.ts'

/** Fields that every public record has beside its questions; the policy decides on each. */
const CAMPOS_DEL_REGISTRO =
  'nombre apodo sexo edad cargo contienda distrito municipio actorPolitico partidoOrigen calidad numero formula estatus eleccionConsecutiva accionAfirmativa fotografia distintivos fechas fecha_nacimiento salida salidaCausa salidaCaptura sustituyeA'.split(
    ' ',
  )

interface Pregunta {
  campo: string
  identidad: boolean
  en: (string | number)[]
  publica: unknown
  presentacion: unknown
}

/** Faults of the policy: each field has its line with its legal basis, and nothing sensitive is ever public. */
export function faltasDePolitica(pack: ProcesoPack): Falta[] {
  const { campos } = pack.politicaPublicacion
  const lineas = new Map(campos.map((each) => [each.campo, each]))
  const preguntas = pack.cuestionarios.flatMap((cuestionario, at) =>
    preguntasDe(cuestionario).map(([campo, pregunta]): Pregunta => ({
      campo,
      identidad: cuestionario.tipo === 'identidad',
      en: ['cuestionarios', at, 'schema', 'properties', campo],
      publica: pregunta['x-publico'],
      presentacion: pregunta['x-presentacion'],
    })),
  )
  const conocidos = new Set([...CAMPOS_DEL_REGISTRO, ...preguntas.map(({ campo }) => campo)])
  const sensibles = new Set(['fecha_nacimiento', ...preguntas.filter(({ identidad }) => identidad).map(({ campo }) => campo)])
  return [
    ...lineaFaltas(campos, { conocidos, sensibles }),
    ...[...conocidos]
      .filter((campo) => !lineas.has(campo))
      .map((campo) => ({
        ruta: ['politicaPublicacion', 'campos'],
        dice: `La política no dice si «${campo}» es público`,
        remedio: `Agregue una línea para «${campo}», con su fundamento`,
      })),
    ...preguntas.flatMap((pregunta) => contraPregunta(pregunta, lineas.get(pregunta.campo))),
  ]
}

function lineaFaltas(campos: CampoPoliticaPack[], { conocidos, sensibles }: { conocidos: Set<string>; sensibles: Set<string> }): Falta[] {
  return probarFilas(['politicaPublicacion', 'campos'], campos, ({ campo, publico, base, desde, hasta }) => [
    { falla: !conocidos.has(campo), en: ['campo'], dice: `La política habla de «${campo}», que no es un campo`, remedio: 'Corrija el nombre, o borre la línea' },
    {
      falla: publico && sensibles.has(campo),
      en: ['publico'],
      dice: `«${campo}» es un dato sensible y quedaría público`,
      remedio: 'Escriba "publico": false: sólo se publican cifras de él',
    },
    { falla: publico && base.trim() === '', en: ['base'], dice: `«${campo}» sería público sin fundamento`, remedio: 'Escriba en «base» el artículo que lo permite' },
    {
      falla: desde != null && hasta != null && desde > hasta,
      en: ['hasta'],
      dice: `«${campo}» dejaría de ser público antes de serlo`,
      remedio: 'Corrija «desde» o «hasta»',
    },
  ]) // prettier-ignore
}

function contraPregunta({ campo, en, publica, presentacion }: Pregunta, linea: CampoPoliticaPack | undefined): Falta[] {
  const faltas: Falta[] = []
  if (linea && linea.publico !== publica) {
    faltas.push({
      ruta: [...en, 'x-publico'],
      dice: `La pregunta «${campo}» y la política no dicen lo mismo sobre si es pública`,
      remedio: 'Haga iguales «x-publico» y «publico» de politica-publicacion.json',
    })
  }
  if (publica === true && presentacion === undefined)
    faltas.push({ ruta: en, dice: `La pregunta «${campo}» es pública y no dice cómo se presenta`, remedio: 'Agregue «x-presentacion»' })
  return faltas
}
