import { TIPOS_INDICIO } from '@conoceles/domain'
import { Lista, Opcion, Texto } from '../../../shared/validacion/fields.ts'

export class IndicioDto {
  @Texto({ descripcion: 'Clave de la sección del cuestionario curricular.' }) seccion: string
  @Texto({ descripcion: 'Clave de la pregunta.' }) pregunta: string
  @Texto({ descripcion: 'La pregunta.' }) titulo: string
  @Opcion(TIPOS_INDICIO, { descripcion: 'Qué parece haber.' }) tipo: (typeof TIPOS_INDICIO)[number]
  @Texto({ descripcion: 'Qué se advierte, en una frase. Nunca dice de quién es un texto parecido.' }) texto: string
}

export class ListIndiciosDto {
  @Lista(() => IndicioDto, { descripcion: 'En el orden del cuestionario. Ninguno impide guardar, validar ni verificar.' })
  elementos: IndicioDto[]
}
