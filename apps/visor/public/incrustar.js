// Part of Conóceles in another site: <div data-conoceles="boleta" data-municipio="17007"></div>. Inside its frame it tells the height.
;(() => {
  const { src, dataset } = document.currentScript
  if ('marco' in dataset) {
    const tell = () => parent.postMessage({ conoceles: document.body.offsetHeight }, '*')
    // A frame out of sight hears of no change of size.
    return addEventListener('load', () => {
      tell()
      new ResizeObserver(tell).observe(document.body)
    })
  }
  const { origin } = new URL(src)
  const frames = []
  const show = () => {
    for (const place of document.querySelectorAll('[data-conoceles]')) {
      const { conoceles, titulo, ...query } = place.dataset
      const frame = document.createElement('iframe')
      frame.src = `${origin}/incrustar/${conoceles}?${new URLSearchParams(query)}`
      frame.title = titulo || 'Candidatas y Candidatos, Conóceles'
      frame.loading = 'lazy'
      Object.assign(frame.style, { display: 'block', inlineSize: '100%', blockSize: '30rem', border: '0' })
      frames.push(frame)
      place.replaceChildren(frame)
    }
  }
  addEventListener('message', ({ data, source, origin: from }) => {
    const frame = from === origin && frames.find(({ contentWindow }) => contentWindow === source)
    if (frame && data?.conoceles > 0) frame.style.blockSize = `${Math.ceil(data.conoceles)}px`
  })
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', show)
  else show()
})()
