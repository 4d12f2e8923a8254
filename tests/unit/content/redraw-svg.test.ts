import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DrawingError,
  LARGEST_DRAWING_BYTES,
  MOST_SHAPES,
  redrawSvg,
  svgOf,
} from '#lib/content/redraw-svg.ts'

const redrawn = (inner: string, root = 'viewBox="0 0 100 40"') =>
  svgOf(redrawSvg(`<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inner}</svg>`), '#005a9c')

const HEAD =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40" width="100" height="40" color="#005a9c" fill="currentColor">'

describe('what a drawing is made of stays', () => {
  test('shapes, groups, gradients and colours', () => {
    const inner =
      '<defs><linearGradient id="sun"><stop offset="5%" stop-color="#ffcc00"/></linearGradient></defs>' +
      '<g transform="translate(3 4) rotate(-2)"><path d="M0 0L9 9z" fill="url(#sun)"/><circle cx="5" cy="5" r="2.5"/></g>'
    expect(redrawn(inner)).toBe(`${HEAD}${inner}</svg>`)
  })

  test('what a drawing program wrote into style, without what it noted for itself', () => {
    const drawn = redrawn(
      '<!-- Inkscape --><metadata><rdf:RDF><cc:Work/></rdf:RDF></metadata><path style="fill:#00aa44;stroke:none;-inkscape-x:1" inkscape:label="a" d="M1 1h3"/>',
    )
    expect(drawn).toContain('<path d="M1 1h3" fill="#00aa44" stroke="none"/>')
    expect(drawn).not.toMatch(/inkscape|rdf/i)
  })

  test('a size without a viewBox is one', () => {
    expect(redrawSvg('<svg width="30px" height="10"><path d="M0 0h9"/></svg>').viewBox).toEqual([
      0, 0, 30, 10,
    ])
  })
})

describe('Idris brings more than a drawing', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in capitals', '<SCRIPT>alert(1)</SCRIPT>'],
    ['a script in CDATA', '<script><![CDATA[alert(1)<b>]]></script>'],
    ['a script of a namespace', '<svg:script>alert(1)</svg:script>'],
    ['a style sheet', '<style>@import url(//evil.example)</style>'],
    ['HTML', '<foreignObject><body onload="alert(1)"/></foreignObject>'],
    ['a picture from elsewhere', '<image href="https://evil.example/x.png"/>'],
    ['another file', '<use xlink:href="evil.svg#x"/>'],
    ['a link', '<a href="javascript:alert(1)"><path d="M0 0h1"/></a>'],
    ['an event', '<path d="M0 0" onclick="alert(1)"/>'],
    ['an address as colour', '<path d="M0 0" fill="url(https://evil.example/#x)"/>'],
    ['an address in style', '<path d="M0 0" style="fill:url(https://evil.example)"/>'],
    ['an animation', '<animate attributeName="href" to="javascript:alert(1)"/>'],
    ['a text', '<text>evil.example</text>'],
    ['what every object has', '<path d="M0 0" constructor="evil" style="toString:alert"/>'],
  ])('%s does not come through', (_, inner) => {
    const drawn = redrawn(`${inner}<rect width="9" height="9"/>`)
    expect(drawn).toContain('<rect width="9" height="9"/></svg>')
    expect(drawn).not.toMatch(/evil|alert|script|style|href|on\w+=|<a|foreign|image|use/i)
  })

  test.each([
    ['entities', '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg viewBox="0 0 9 9"><path d="&a;"/></svg>'],
    ['a page', '<html><svg viewBox="0 0 9 9"><path d="M0 0"/></svg></html>'],
    ['two drawings', '<svg viewBox="0 0 9 9"><path d=""/></svg><svg viewBox="0 0 9 9"></svg>'],
    ['a tag left open', '<svg viewBox="0 0 9 9"><g><path d=""/></svg>'],
    ['a tag that is no tag', '<svg viewBox="0 0 9 9"><path d="M0 0"'],
    ['nothing to see', '<svg viewBox="0 0 9 9"><text>Hello</text></svg>'],
    ['no size', '<svg><path d="M0 0"/></svg>'],
    ['a size without end', '<svg viewBox="0 0 1e9 9"><path d="M0 0"/></svg>'],
    ['a text', 'Hello'],
    ['very deep', `<svg viewBox="0 0 9 9">${'<g>'.repeat(99)}${'</g>'.repeat(99)}</svg>`],
    ['very many', `<svg viewBox="0 0 9 9">${'<path/>'.repeat(MOST_SHAPES + 1)}</svg>`],
    ['very large', `<svg viewBox="0 0 9 9"><path d="${' '.repeat(LARGEST_DRAWING_BYTES)}"/></svg>`],
  ])('%s: refused', (_, source) => {
    expect(() => redrawSvg(source)).toThrow(DrawingError)
  })
})

test('whatever comes in, what comes out is on the list', () => {
  const piece = fc.constantFrom(
    ...'<g> </g> <path d="M0 0"/> <script> </script> <style> & " \' < > <a href="x"> onload= <![CDATA[ ]]> <!-- -->'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), pieces => {
      try {
        const drawn = redrawn(`<path d="M1 1"/>${pieces.join(' ')}`)
        expect(
          drawn.replaceAll(
            /<\/?(svg|g|path)( (xmlns|viewBox|width|height|color|fill|d)="[^"<>&]*")*\/?>/g,
            '',
          ),
        ).toBe('')
      } catch (error) {
        expect(error).toBeInstanceOf(DrawingError)
      }
    }),
  )
})
