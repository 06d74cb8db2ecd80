/** The part of a picture that is kept, in fractions of its sides. */
export interface Recorte {
  x: number
  y: number
  ancho: number
  alto: number
}

export interface Encuadre {
  /** 1 keeps as much as fits; 3 a third of it. */
  zoom: number
  /** 0 left or top, 1 right or bottom, of the room there is to move. */
  horizontal: number
  vertical: number
}

export const CENTRADO: Encuadre = { zoom: 1, horizontal: 0.5, vertical: 0.3 }
/** Portraits are three wide by four high. */
const RATIO = 3 / 4

/** The largest portrait that fits, made smaller by the zoom and moved as asked. */
export function recorteOf({ ancho, alto }: { ancho: number; alto: number }, encuadre: Encuadre): Recorte {
  const wide = ancho / alto > RATIO
  const part = {
    ancho: (wide ? (alto * RATIO) / ancho : 1) / encuadre.zoom,
    alto: (wide ? 1 : ancho / RATIO / alto) / encuadre.zoom,
  }
  return { ...part, x: (1 - part.ancho) * encuadre.horizontal, y: (1 - part.alto) * encuadre.vertical }
}

const MAX_ZOOM = 4

/** The frame after the picture was moved, in parts of the frame: what is kept goes the other way. */
export function dragged(encuadre: Encuadre, { ancho, alto }: Recorte, by: { x: number; y: number }): Encuadre {
  const moved = (at: number, part: number, moves: number) => (part >= 1 ? at : inside(at - (moves * part) / (1 - part), [0, 1]))
  return { ...encuadre, horizontal: moved(encuadre.horizontal, ancho, by.x), vertical: moved(encuadre.vertical, alto, by.y) }
}

/** The frame after two fingers opened or closed. */
export function pinched(encuadre: Encuadre, by: number): Encuadre {
  return { ...encuadre, zoom: inside(encuadre.zoom * by, [1, MAX_ZOOM]) }
}

function inside(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(most, Math.max(least, value))
}
