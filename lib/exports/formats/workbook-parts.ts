const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const TIME_FORMAT = 'yyyy-mm-dd hh:mm:ss'

// What stands around the sheets of a workbook (ECMA-376, part 1, 18, and part 2).

/** What a sheet begins with: its headers stay when one scrolls. */
export const SHEET_START = `${DECLARATION}<worksheet xmlns="${SPREADSHEET}"><sheetViews>\
<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>\
</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`

export const ROWS_START = '<sheetData>'

export const SHEET_END = '</sheetData></worksheet>'

/** The path of a sheet in the archive; sheets count from 1. */
export function sheetPath(sheet: number) {
  return `xl/worksheets/sheet${sheet}.xml`
}

/** The parts that name no sheet: where the workbook is, and what a time looks like. */
export const FIRST_PARTS: Record<string, string> = {
  '_rels/.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">\
<Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/styles.xml': `${DECLARATION}<styleSheet xmlns="${SPREADSHEET}">\
<numFmts count="1"><numFmt numFmtId="164" formatCode="${TIME_FORMAT}"/></numFmts>\
<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
}

/** The parts that name each sheet. */
export function lastParts(name: string, sheets: number): Record<string, string> {
  const each = (write: (sheet: number) => string) =>
    Array.from({ length: sheets }, (_, index) => write(index + 1)).join('')
  return {
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${SPREADSHEET}" xmlns:r="${DOCUMENT}"><sheets>\
${each(sheet => `<sheet name="${nameOf(name, sheet)}" sheetId="${sheet}" r:id="rId${sheet}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">\
${each(sheet => relationship(sheet, 'worksheet', `worksheets/sheet${sheet}.xml`))}\
${relationship(sheets + 1, 'styles', 'styles.xml')}</Relationships>`,
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}\
${each(sheet => override(sheetPath(sheet), 'worksheet'))}</Types>`,
  }
}

function nameOf(name: string, sheet: number) {
  return sheet === 1 ? name : `${name}_${sheet}`
}

function relationship(id: number, type: string, target: string) {
  return `<Relationship Id="rId${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`
}

function override(path: string, type: string) {
  return `<Override PartName="/${path}" ContentType="${MEDIA_TYPE}.${type}+xml"/>`
}
