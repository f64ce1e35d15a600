// How values are read out: exact decimals, moved and grouped as strings and never as floating point.

const relationSigns = { about: '≈', ge: '≥', gt: '>', le: '≤', lt: '<' };
const relationWords = {
  about: 'about', ge: 'at least', gt: 'more than', le: 'at most', lt: 'less than', range: 'a range',
};

/// 2894300000000 -> 2,894,300,000,000
function grouped(number) {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(number) || [];
  return whole === undefined ? number : sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction;
}

const scales = [[12, 'T'], [9, 'B'], [6, 'M']];

/// 2894300000000 -> 2.8943T: no digit is lost; numbers that do not get shorter stand as they are.
function short(number) {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number) || [];
  if (whole === undefined) return number;
  const scale = scales.find(([zeros]) => whole.length > zeros);
  if (!scale || fraction) return grouped(number);
  const head = whole.slice(0, -scale[0]);
  const tail = whole.slice(-scale[0]).replace(/0+$/, '');
  if (tail.length > 4) return grouped(number);
  return sign + grouped(head) + (tail ? '.' + tail : '') + scale[1];
}

function withUnit(number, value) {
  const unit = value.unit || '';
  let text = number;
  if (unit === '%') text += value.points ? ' points' : '%';
  else if (unit === 'x') text += '×';
  else if (unit === 'rank') text = 'no. ' + text;
  else if (unit && unit !== 'unit') text += ' ' + unit;
  return value.per ? `${text} per ${value.per}` : text;
}

/// `write` is short or grouped.
function readValue(value, write) {
  if (!value) return '';
  if (value.start) return value.end && value.end !== value.start ? `${value.start} – ${value.end}` : value.start;
  if (value.min !== undefined) return withUnit(`${write(value.min)} – ${write(value.max)}`, value);
  if (value.number === undefined) return '';
  const sign = relationSigns[value.relation];
  return (sign ? sign + ' ' : '') + withUnit(write(value.number), value);
}
