// The list of the events that a count on the map stands for.

const MOST = 200;

export class More {
  constructor(map, choose) {
    this.box = map.querySelector('.cc-more');
    this.box.addEventListener('click', e => {
      if (e.target.closest('[data-close]')) return this.close();
      const event = e.target.closest('[data-more]');
      if (event) choose(event.dataset.more);
    });
    this.box.addEventListener('keydown', e => {
      if (e.key !== 'Escape') return;
      e.stopPropagation();
      this.close();
    });
  }

  // count: {items, place}; towns: for the name of the place.
  open(count, towns) {
    const town = towns.find(t => t.id === count.place), many = new Set(count.items.map(i => i.place));
    const name = town ? town.names[town.names.length - 1][2] : '';
    const [title, list] = [this.box.querySelector('b'), this.box.querySelector('ol')];
    title.textContent = `${count.items.length} more at ${name}${many.size > 1 ? ' and near it' : ''}`;
    const rows = [...count.items].sort((a, b) => a.first < b.first ? -1 : 1).slice(0, MOST);
    list.replaceChildren(...rows.map(item => {
      const row = document.createElement('li'), button = document.createElement('button');
      const when = document.createElement('time');
      when.textContent = item.when;
      button.type = 'button';
      button.dataset.more = item.id;
      button.append(when, ` ${item.title}`);
      row.append(button);
      return row;
    }));
    this.box.hidden = false;
    list.scrollTop = 0;
    list.querySelector('button').focus({ preventScroll: true });
  }

  close() { this.box.hidden = true; }
}
