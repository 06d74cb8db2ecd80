import { Entero, Lista, Texto } from '../../../shared/validacion/fields.ts'
import { AdvertenciaDto, CandidaturaRefDto } from '../candidaturas/referencias.dto.ts'

export class ListAdvertenciasQueryDto {
  @Texto({ descripcion: 'Clave de la regla.', opcional: true, max: 80, ejemplo: 'formula_mismo_genero' }) regla?: string
  @Texto({ descripcion: 'Clave del actor político que postula o del partido de origen.', opcional: true, max: 80 }) actor?: string
  @Texto({ descripcion: 'Valor de `siguiente` de la página anterior.', opcional: true, max: 300 }) despues?: string
  @Entero({ descripcion: 'Cuántas por página.', opcional: true, min: 1, max: 100, ejemplo: 25 }) limite?: number
}

export class CandidaturaAdvertidaDto extends CandidaturaRefDto {
  @Texto({ descripcion: 'Demarcación.', ejemplo: 'Cuernavaca' }) lugar: string
}

export class AdvertenciaRegistroDto extends AdvertenciaDto {
  @Lista(() => CandidaturaAdvertidaDto, { descripcion: 'A quiénes se refiere.' }) candidaturas: CandidaturaAdvertidaDto[]
}

export class ReglaConteoDto {
  @Texto({ descripcion: 'Clave de la regla.' }) clave: string
  @Texto({ descripcion: 'Lo que pide la regla.' }) texto: string
  @Entero({ descripcion: 'Cuántas advertencias, del actor político si se pidió uno.' }) cuantas: number
}

export class ListAdvertenciasDto {
  @Lista(() => AdvertenciaRegistroDto, { descripcion: 'Lo que conviene revisar del registro; no impide nada.' })
  elementos: AdvertenciaRegistroDto[]
  @Entero({ descripcion: 'Cuántas cumplen el filtro.' }) total: number
  @Lista(() => ReglaConteoDto, { descripcion: 'Por regla, en el orden del catálogo del proceso.' }) porRegla: ReglaConteoDto[]
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
}
