use std::fmt;

#[derive(Debug, Clone)]
enum Shape {
    Circle(f64),
    Rectangle { width: f64, height: f64 },
    Empty,
}

struct Named<'a, T> {
    name: &'a str,
    value: T,
}

impl<T: fmt::Display> Named<'_, T> {
    #[inline(never)]
    fn show(&self) -> String {
        format!("{}={}", self.name, self.value)
    }
}

mod geometry {
    use super::Shape;

    #[inline(never)]
    pub fn area(shape: &Shape) -> f64 {
        match shape {
            Shape::Circle(radius) => 3.0 * radius * radius,
            Shape::Rectangle { width, height } => width * height,
            Shape::Empty => 0.0,
        }
    }
}

#[inline(never)]
fn sum(values: &[i32], wide: u128, pair: (u8, char)) -> i64 {
    let mut total = wide as i64 + i64::from(pair.0) + i64::from(pair.1 as u32);
    for value in values {
        total += i64::from(*value);
    }
    total
}

static GREETING: [u8; 3] = *b"hey";

fn main() {
    let shapes = vec![
        Shape::Circle(1.5),
        Shape::Rectangle { width: 2.0, height: 3.0 },
        Shape::Empty,
    ];
    let area: f64 = shapes.iter().map(geometry::area).sum();
    let maybe = std::env::args().nth(1);
    let named = Named { name: "total", value: sum(&[1, 2, 3], 1 << 40, (7, 'ä')) };
    println!("{area} {} {:?} {:?} {:?}", named.show(), maybe, shapes[1], GREETING);
}
