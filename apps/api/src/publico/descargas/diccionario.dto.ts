import { GRUPOS_DATOS } from '@conoceles/domain'
import { Entero, Lista, Objeto, Opcion, Texto, Textos } from '../../shared/validacion/fields.ts'
import { CorteRefDto } from '../lectura/index.ts'

export class PreguntaAbiertaDto {
  @Texto({ descripcion: 'Clave de la pregunta: nombre de su columna.' }) clave: string
  @Texto({ descripcion: 'Pregunta.' }) titulo: string
  @Texto({ descripcion: 'Explicación que leyó quien contestó.', nulo: true }) descripcion: string | null
  @Texto({ descripcion: 'Clave de su sección.' }) seccion: string
  @Texto({ descripcion: 'Título de su sección.' }) seccionTitulo: string
  @Opcion(['texto', 'lista', 'logico', 'entero'], { descripcion: 'Qué clase de respuesta es.' }) tipo:
    'texto' | 'lista' | 'logico' | 'entero'
  @Texto({ descripcion: 'Cómo se muestra.' }) presentacion: string
  @Textos({ descripcion: 'Respuestas que admite; nulo si es libre.', nulo: true }) opciones: string[] | null
  @Entero({ descripcion: 'Largo máximo en caracteres; nulo si no lo tiene.', nulo: true }) maximo: number | null
  @Texto({ descripcion: 'Columna del libro del INE.', nulo: true }) columnaIne: string | null
  @Textos({ descripcion: 'Sitios cuyas direcciones admite; nulo si no es una dirección.', nulo: true }) hosts: string[] | null
  @Texto({ descripcion: 'De dónde viene la pregunta.', nulo: true }) fuente: string | null
  @Texto({ descripcion: 'Confianza en esa fuente.', nulo: true }) confianza: string | null
}

export class GrupoAbiertoDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Grupo.' }) nombre: string
  @Texto({ descripcion: 'Pregunta de identidad con que se declara; nulo si ninguna.', nulo: true }) pregunta: string | null
  @Texto({ descripcion: 'Columna del libro del INE.', nulo: true }) columnaIne: string | null
}

export class LicenciaDto {
  @Opcion(GRUPOS_DATOS, { descripcion: 'Qué parte de los datos.' }) grupo: (typeof GRUPOS_DATOS)[number]
  @Texto({ descripcion: 'Licencia.' }) licencia: string
  @Texto({ descripcion: 'Dirección de su texto.', nulo: true }) url: string | null
  @Texto({ descripcion: 'De dónde se sabe.' }) fuente: string
  @Texto({ descripcion: 'Con qué confianza.' }) confianza: string
}

export class DiccionarioDto {
  @Lista(() => PreguntaAbiertaDto, { descripcion: 'Preguntas del cuestionario curricular; si son públicas lo dice la política.' })
  campos: PreguntaAbiertaDto[]
  @Lista(() => GrupoAbiertoDto, { descripcion: 'Grupos cuyo distintivo puede ser público.' }) grupos: GrupoAbiertoDto[]
  @Lista(() => LicenciaDto, { descripcion: 'Con qué licencia se puede reutilizar cada parte; falta la parte de la que no consta.' })
  licencias: LicenciaDto[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}

export class ValorCatalogoDto {
  @Texto({ descripcion: 'Clave: lo que está en los datos.' }) clave: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({
    descripcion: 'Lo que lo distingue: de un cargo su principio, de un distrito su cabecera, de una comunidad su municipio.',
    nulo: true,
  })
  detalle: string | null
}

export class CatalogoPublicoDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Lista(() => ValorCatalogoDto, { descripcion: 'Valores.' }) valores: ValorCatalogoDto[]
  @Texto({ descripcion: 'De dónde se tomó; nulo si es de este sistema.', nulo: true }) fuente: string | null
  @Texto({ descripcion: 'Confianza en esa fuente.', nulo: true }) confianza: string | null
}

export class ListCatalogosDto {
  @Lista(() => CatalogoPublicoDto, { descripcion: 'Catálogos.' }) elementos: CatalogoPublicoDto[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}
